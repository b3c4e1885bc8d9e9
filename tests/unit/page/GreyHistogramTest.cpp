// SPDX-License-Identifier: EUPL-1.2
#include "page/GreyHistogram.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

/// Ten rows of eleven pixels with the levels 0, 10, 20, ... 100 from left to right.
cv::Mat steps()
{
    cv::Mat picture(10, 11, CV_8UC1);
    for (int x = 0; x < picture.cols; ++x) {
        picture.col(x).setTo(10 * x);
    }
    return picture;
}

TEST(GreyHistogram, GivesTheLevelBelowWhichAShareOfThePixelsLies)
{
    const GreyHistogram histogram(steps());

    EXPECT_EQ(histogram.quantile(0.0), 0);
    EXPECT_EQ(histogram.quantile(0.5), 50);
    EXPECT_EQ(histogram.quantile(0.9), 90);
    EXPECT_EQ(histogram.quantile(1.0), 100);
}

TEST(GreyHistogram, CountsOnlyThePartThatIsGiven)
{
    const cv::Mat picture = steps();

    EXPECT_EQ(GreyHistogram(picture(cv::Rect(7, 2, 3, 4))).quantile(0.5), 80);
}

TEST(GreyHistogram, OfNothingIsZero)
{
    EXPECT_EQ(GreyHistogram(cv::Mat()).quantile(0.5), 0);
}

TEST(GreyHistogram, TellsAQuantileOfTheBrighterPixels)
{
    const cv::Mat picture = (cv::Mat_<uchar>(1, 8) << 10, 20, 30, 200, 210, 220, 230, 240);
    const GreyHistogram counts(picture);

    EXPECT_EQ(counts.quantileAbove(0, 0.5), counts.quantile(0.5));
    EXPECT_EQ(counts.quantileAbove(100, 0.6), 220);
    EXPECT_EQ(counts.quantileAbove(100, 1.0), 240);
    EXPECT_EQ(counts.quantileAbove(250, 0.5), 250);
}

} // namespace
} // namespace scanstraat::page
