// SPDX-License-Identifier: EUPL-1.2
#include "page/InkMask.h"

#include "unit/marks/TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

cv::Mat noisyPaper(double sigma)
{
    cv::Mat grey(100, 100, CV_8U, cv::Scalar(235));
    cv::Mat noise(grey.size(), CV_16S);
    cv::RNG random(3);
    random.fill(noise, cv::RNG::NORMAL, 0.0, sigma);
    cv::add(grey, noise, grey, cv::noArray(), CV_8U);
    return grey;
}

TEST(InkMask, BarePaperHasNoInk)
{
    for (const double sigma : {0.0, 3.0, 8.0}) {
        const cv::Mat paper = noisyPaper(sigma);

        EXPECT_EQ(cv::countNonZero(inkMask(paper, measureLevels(paper), false, 10.0)), 0) << sigma;
    }
}

TEST(InkMask, FindsFaintPencilBesideBlackPrint)
{
    cv::Mat grey = noisyPaper(3.0);
    cv::line(grey, {10, 10}, {90, 10}, cv::Scalar(20), 3);
    cv::line(grey, {10, 50}, {90, 50}, cv::Scalar(165), 5);

    const cv::Mat mask = inkMask(grey, measureLevels(grey), false, 10.0);

    EXPECT_GT(cv::countNonZero(mask.rowRange(45, 56)), 350);
    EXPECT_EQ(cv::countNonZero(mask.rowRange(60, 100)), 0);
}

TEST(InkMask, LeavesOutDust)
{
    cv::Mat grey = noisyPaper(2.0);
    grey(cv::Rect(50, 50, 2, 2)) = 0;

    EXPECT_EQ(cv::countNonZero(inkMask(grey, measureLevels(grey), false, 10.0)), 0);
}

TEST(InkMask, MeasuresPaperWhenMostOfTheCutIsInk)
{
    cv::Mat grey(100, 100, CV_8U, cv::Scalar(40));
    grey.rowRange(0, 25) = 230;

    const Levels levels = measureLevels(grey);

    EXPECT_NEAR(levels.paper, 230, 2);
    EXPECT_NEAR(levels.contrast, 190, 3);
}

} // namespace
} // namespace scanstraat::page
