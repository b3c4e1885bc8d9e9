// SPDX-License-Identifier: EUPL-1.2
#include "marks/InkColour.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::marks {
namespace {

constexpr InkColour kBlue{0.25, -0.08};

/// A bar of ink on paper of a colour, as a scan blurs it.
struct Stroke
{
    Stroke(const InkColour& ink, double darkness, double blur, cv::Scalar paper = {128, 128})
        : dark(40, 40, CV_8U, cv::Scalar(0)), chroma(40, 40, CV_8UC2, paper)
    {
        const cv::Rect bar(8, 18, 24, 4);
        dark(bar).setTo(255.0 * darkness);
        chroma(bar).setTo(paper + cv::Scalar(255.0 * darkness * ink.cb, 255.0 * darkness * ink.cr));
        if (blur > 0.0) {
            cv::GaussianBlur(dark, dark, {}, blur);
            cv::GaussianBlur(chroma, chroma, {}, blur);
        }
    }

    [[nodiscard]] std::optional<InkColour> colour() const { return inkColourOf(chroma, dark, dark > 30); }

    cv::Mat dark;
    cv::Mat chroma;
};

TEST(InkColour, IsTheSameForPaleAndBlurredStrokes)
{
    for (const double darkness : {0.4, 0.9}) {
        for (const double blur : {0.0, 1.5}) {
            const auto colour = Stroke(kBlue, darkness, blur).colour();

            ASSERT_TRUE(colour);
            EXPECT_LT(colour->distanceTo(kBlue), 0.03) << darkness << ' ' << blur;
        }
    }
}

TEST(InkColour, ThePaperIsNoColour)
{
    const auto black = Stroke({}, 0.9, 1.0, {120, 140}).colour();

    ASSERT_TRUE(black);
    EXPECT_LT(black->strength(), 0.02);
}

TEST(InkColour, IsUnknownWithoutColoursInkOrPaper)
{
    const Stroke stroke(kBlue, 0.9, 0.0);
    const cv::Mat none(40, 40, CV_8U, cv::Scalar(0));
    const cv::Mat all(40, 40, CV_8U, cv::Scalar(255));

    EXPECT_FALSE(inkColourOf({}, stroke.dark, stroke.dark > 30));
    EXPECT_FALSE(inkColourOf(stroke.chroma, stroke.dark, none));
    EXPECT_FALSE(inkColourOf(stroke.chroma, all, all));
}

} // namespace
} // namespace scanstraat::marks
