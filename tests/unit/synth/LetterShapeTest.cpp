// SPDX-License-Identifier: EUPL-1.2
#include "LetterShape.h"
#include "Writer.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::synth {
namespace {

cv::Mat lineOfWidth(int width)
{
    cv::Mat picture(120, 120, CV_8U, cv::Scalar(0));
    cv::rectangle(picture, cv::Rect(20, 55, 80, width), cv::Scalar(255), cv::FILLED);
    return picture;
}

TEST(LetterShape, StrokeGetsThePensWidth)
{
    const cv::Mat thicker = withStrokeWidth(lineOfWidth(8), 11.0);

    EXPECT_NEAR(cv::sum(thicker.col(60))[0] / 255.0, 11.0, 1.5);
}

TEST(LetterShape, StrokeIsNotThinnedAway)
{
    const cv::Mat thinner = withStrokeWidth(lineOfWidth(12), 1.0);

    EXPECT_GT(cv::sum(thinner.col(60))[0] / 255.0, 5.0);
}

TEST(LetterShape, EmptyPictureStaysEmpty)
{
    const cv::Mat empty(40, 40, CV_8U, cv::Scalar(0));

    EXPECT_EQ(cv::countNonZero(withStrokeWidth(empty, 8.0)), 0);
}

TEST(PlainSigns, HyphenIsFlatAndStandsInTheMiddle)
{
    Random random(1, 1);
    const LetterStyle style;

    const auto hyphen = drawPlainSign('-', style, random);

    ASSERT_TRUE(hyphen);
    EXPECT_LT(hyphen->coverage.rows - 2 * kShapeMargin, 20);
    EXPECT_GT(hyphen->widthPx, 20.0);
    EXPECT_NEAR(hyphen->topPx, 0.45 * style.capHeightPx, 12.0);
}

TEST(PlainSigns, LetterIsNoSign)
{
    Random random(1, 1);

    EXPECT_FALSE(drawPlainSign('A', {}, random));
}

} // namespace
} // namespace scanstraat::synth
