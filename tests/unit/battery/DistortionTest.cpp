// SPDX-License-Identifier: EUPL-1.2
#include "Distortion.h"

#include "DrawnScene.h"
#include "base/Error.h"

#include <gtest/gtest.h>

#include <set>

namespace scanstraat::battery {
namespace {

double difference(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && a.type() == b.type() ? cv::norm(a, b, cv::NORM_INF) : 255.0;
}

/// At a resolution that is enough to see that something changed.
cv::Mat coarseScan(Scene scene)
{
    scene.scanner.dpiX /= 3.0;
    scene.scanner.dpiY /= 3.0;
    return scanOf(scene).pixels;
}

TEST(Distortion, AtStrengthZeroLeavesThePageAsItWas)
{
    const cv::Mat plain = coarseScan(markedScene());

    for (const Distortion& distortion : allDistortions()) {
        const Scene scene = distortedScene(distortion.name, 0.0, 2);
        EXPECT_EQ(difference(coarseScan(scene), plain), 0.0) << distortion.name;
        EXPECT_EQ(scene.intactMarks(), 4) << distortion.name;
        EXPECT_EQ(scene.file.tagFactor, 1.0) << distortion.name;
    }
}

TEST(Distortion, ChangesTheScanOrItsFileAtDefaultStrength)
{
    const cv::Mat plain = coarseScan(markedScene());

    for (const Distortion& distortion : allDistortions()) {
        const Scene scene = distortedScene(distortion.name, 1.0, 2);
        const bool inFile = scene.file.tagFactor != 1.0 || scene.file.format != FileForm{}.format;
        EXPECT_TRUE(inFile || distortion.name == "marks-4" || difference(coarseScan(scene), plain) > 5.0)
            << distortion.name;
    }
}

TEST(Distortion, NamesAreTheirOwnAndFound)
{
    std::set<std::string> names;
    for (std::size_t i = 0; i < allDistortions().size(); ++i) {
        names.insert(allDistortions()[i].name);
        EXPECT_EQ(distortionNamed(allDistortions()[i].name), i);
    }

    EXPECT_EQ(names.size(), allDistortions().size());
    EXPECT_THROW((void)distortionNamed("earthquake"), Error);
}

TEST(MarksDistortions, LeaveAsManyMarksAsTheirNamesSay)
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        for (int marks = 0; marks <= 4; ++marks) {
            const Scene scene = distortedScene("marks-" + std::to_string(marks), 1.0, seed);
            EXPECT_EQ(scene.intactMarks(), marks) << "seed " << seed;
        }
    }
}

TEST(Distortion, TornOrFoldedCornerTakesOneMarkAtMost)
{
    for (const std::string name : {"torn-corner", "folded-corner"}) {
        const int marks = distortedScene(name, 1.0, 7).intactMarks();
        EXPECT_EQ(marks, 3) << name;
    }
}

TEST(Distortion, StapleTouchesItsMark)
{
    EXPECT_EQ(distortedScene("staple", 1.0, 7).intactMarks(), 3);
}

TEST(Distortion, SkewKeepsTheWholeSheetInThePictureAndCroppedSkewDoesNot)
{
    EXPECT_EQ(distortedScene("skew", 1.0, 7).intactMarks(), 4);
    EXPECT_LT(distortedScene("skew-cropped", 1.0, 7).intactMarks(), 4);
}

TEST(Distortion, OnlyOverlappingPagesMustBeRefused)
{
    for (const Distortion& distortion : allDistortions()) {
        EXPECT_EQ(distortedScene(distortion.name, 1.0, 9).mustBeRefused, distortion.name == "overlap");
    }
}

TEST(PairedDistortions, DoBoth)
{
    for (const std::string tag : {"wrong", "missing"}) {
        const Scene bed = distortedScene("bed-" + tag + "-dpi", 1.0, 9);
        EXPECT_GT(bed.window.area(), 1.2 * kA4WidthMm * kA4HeightMm);
        EXPECT_NE(bed.file.tagFactor, 1.0);
    }
    const Scene fax = distortedScene("fax-missing-dpi", 1.0, 9);
    EXPECT_LT(fax.scanner.dpiY, fax.scanner.dpiX);
    EXPECT_EQ(fax.file.tagFactor, 0.0);
}

/// Grey levels of the darkest place and of the paper.
std::pair<double, double> tonesOf(const std::string& distortion)
{
    double darkest = 0.0;
    double paper = 0.0;
    cv::minMaxLoc(scanOf(distortedScene(distortion, 1.0, 9)).pixels, &darkest, &paper);
    return {darkest, paper};
}

TEST(SpoiltDistortions, DarkTakesThePaperAndFaintTheInk)
{
    const auto [ink, paper] = tonesOf("marks-4");

    EXPECT_LT(tonesOf("dark").second, 0.5 * paper);
    EXPECT_NEAR(tonesOf("faint").second, paper, 5.0);
    EXPECT_GT(tonesOf("faint").first, ink + 60.0);
}

TEST(Distortion, SameSeedGivesTheSameScan)
{
    const Scan once = scanOf(distortedScene("photocopy", 1.0, 11));
    const Scan again = scanOf(distortedScene("photocopy", 1.0, 11));

    EXPECT_EQ(difference(once.pixels, again.pixels), 0.0);
}

} // namespace
} // namespace scanstraat::battery
