// SPDX-License-Identifier: EUPL-1.2
#include "ScanCamera.h"

#include "DrawnScene.h"

#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

/// Largest distance in millimetres between where a mark is and where the truth puts it, of the marks that are
/// left.
double worstMarkError(const Scene& scene)
{
    const Scan scan = scanOf(scene);
    const double mmX = scene.scanner.dpiX / kMillimetresPerInch;
    const double mmY = scene.scanner.dpiY / kMillimetresPerInch;
    const bool sideways = (scene.scanner.quarterTurns & 1) != 0;
    double worst = 0.0;
    for (std::size_t i = 0; i < kMarkPlaces.size(); ++i) {
        const cv::Point2d expected = scan.truth.toFile(kMarkPlaces.at(i));
        const cv::Rect2d picture(0, 0, scan.pixels.cols, scan.pixels.rows);
        if (!scene.page().paper.isIntact(i) || !picture.contains(expected)) {
            continue;
        }
        const cv::Size2d reach(3.6 * (sideways ? mmY : mmX), 3.6 * (sideways ? mmX : mmY));
        const cv::Point2d found = darkCentre(scan.pixels, expected, reach);
        worst = std::max(worst, cv::norm(scan.truth.toMillimetres(found - expected)));
    }
    return worst;
}

class TruthMapOf : public testing::TestWithParam<std::string>
{
};

TEST_P(TruthMapOf, PutsMarksWhereTheyAre)
{
    const Scene scene = distortedScene(GetParam(), 1.0, 3);
    const double pixelMm = kMillimetresPerInch / scene.scanner.dpiY;

    ASSERT_GT(scene.intactMarks(), 1);
    EXPECT_LT(worstMarkError(scene),
              std::max(0.05, 0.25 * pixelMm)); // black and white has no parts of pixels
}

INSTANTIATE_TEST_SUITE_P(Distortions, TruthMapOf,
                         testing::Values("marks-4", "turn", "low-dpi", "high-dpi", "fax", "bitonal", "colour",
                                         "skew", "bend", "bed-white", "bed-black", "torn-corner",
                                         "folded-corner", "staple", "print-scale", "marks-2"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST(ScanCamera, TruthIsExactWhereASkewEvensOutTheEdgesOfMarks)
{
    EXPECT_LT(worstMarkError(distortedScene("skew", 1.0, 3)), 0.01);
    EXPECT_LT(worstMarkError(distortedScene("bed-black", 1.0, 3)), 0.01);
}

TEST(ScanCamera, MissingPaperShowsTheBed)
{
    Scene scene = markedScene();
    scene.scanner.bedTone = 20.0;
    scene.page().paper.cutAway({{0, 0}, {40, 0}, {0, 40}});

    const Scan scan = scanOf(scene);

    EXPECT_LT(scan.pixels.at<uchar>(60, 60), 40);
    EXPECT_GT(scan.pixels.at<uchar>(1000, 1000), 200);
}

TEST(ScanCamera, UpperSheetHidesTheLowerOne)
{
    Scene scene = markedScene();
    Paper empty(cv::Mat(scene.page().paper.colour().size(), CV_8UC3, cv::Scalar::all(255)), {});
    scene.sheets.push_back({empty, turnAbout({0, 0}, 0.0, 1.0, {0, 150})});

    const Scan scan = scanOf(scene);

    EXPECT_LT(scan.pixels.at<uchar>(118, 118), 60);   // upper left mark
    EXPECT_GT(scan.pixels.at<uchar>(3390, 118), 200); // lower left mark
    EXPECT_EQ(scene.intactMarks(), 2);
}

TEST(ScanCamera, BlackAndWhiteHasNoGreys)
{
    const Scan scan = scanOf(distortedScene("fax", 1.0, 4));

    EXPECT_EQ(cv::countNonZero((scan.pixels > 0) & (scan.pixels < 255)), 0);
}

} // namespace
} // namespace scanstraat::battery
