// SPDX-License-Identifier: EUPL-1.2
#include "draft/SheetLoader.h"

#include "DrawnSheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::draft {

namespace {

using namespace test;
using testing::HasSubstr;

page::PageImage turnedPage(double degrees)
{
    Sheet sheet = blankSheet();
    for (int i = 0; i < 8; ++i) {
        drawFrame(sheet, {30, 40.0 + 25.0 * i, 120, 10});
    }
    page::PageImage image;
    image.dpi = Dpi{300};
    const cv::Point2f middle(static_cast<float>(sheet.grey.cols) / 2,
                             static_cast<float>(sheet.grey.rows) / 2);
    cv::warpAffine(sheet.grey, image.grey, cv::getRotationMatrix2D(middle, -degrees, 1.0), sheet.grey.size(),
                   cv::INTER_LINEAR, cv::BORDER_CONSTANT, 255);
    return image;
}

void pepper(cv::Mat& grey, int count)
{
    cv::RNG random(3);
    for (int i = 0; i < count; ++i) {
        grey.at<uchar>(random.uniform(0, grey.rows), random.uniform(0, grey.cols)) = 0;
    }
}

} // namespace

TEST(SheetLoader, AScanIsTurnedStraight)
{
    const LoadedPage loaded = toSheet(turnedPage(1.2), 1);

    ASSERT_TRUE(loaded.sheet);
    EXPECT_NEAR(std::abs(loaded.sheet->turned), 1.2, 0.02);
    EXPECT_THAT(loaded.note, HasSubstr("was turned by"));
}

TEST(SheetLoader, AScanThatLiesStraightInABlackRimIsNotTurned)
{
    page::PageImage image = turnedPage(0.0);
    cv::rectangle(image.grey, {0, 0, px(6), image.grey.rows}, cv::Scalar(0), cv::FILLED);
    const std::vector<cv::Point> wedge{{0, 0}, {image.grey.cols, 0}, {0, px(7)}};
    cv::fillConvexPoly(image.grey, wedge, cv::Scalar(0));

    const LoadedPage loaded = toSheet(image, 1);

    ASSERT_TRUE(loaded.sheet);
    EXPECT_NEAR(loaded.sheet->turned, 0.0, 0.02);
}

TEST(SheetLoader, ADrawnPageIsTakenAsItLies)
{
    page::PageImage image = turnedPage(1.2);
    image.isDrawn = true;

    const LoadedPage loaded = toSheet(image, 1);

    ASSERT_TRUE(loaded.sheet);
    EXPECT_EQ(loaded.sheet->turned, 0.0);
}

TEST(SheetLoader, PepperIsTakenAwayAndNamed)
{
    page::PageImage image = turnedPage(0.0);
    pepper(image.grey, 10'000);

    const LoadedPage loaded = toSheet(image, 1);

    ASSERT_TRUE(loaded.sheet);
    EXPECT_THAT(loaded.note, HasSubstr("specks, which were taken away"));
    EXPECT_GT(loaded.sheet->grey.at<uchar>(px(20), px(100)), 200);
}

TEST(SheetLoader, NoiseIsRefusedWithACure)
{
    page::PageImage image = turnedPage(0.0);
    cv::RNG(5).fill(image.grey, cv::RNG::UNIFORM, 0, 256);

    const LoadedPage loaded = toSheet(image, 1);

    EXPECT_FALSE(loaded.sheet);
    EXPECT_THAT(loaded.note, HasSubstr("specks; scan it again"));
}

} // namespace scanstraat::draft
