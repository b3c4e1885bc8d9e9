// SPDX-License-Identifier: EUPL-1.2
#include "page/RegisteredPage.h"

#include "base/Error.h"
#include "page/SheetMap.h"
#include "support/DrawnSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

TEST(RegisteredPage, TurnsMillimetresIntoPixelsAndBack)
{
    const cv::Matx23d map = test::sheetMap(11.8, 92.0, {3600, 2600});
    const RegisteredPage page({cv::Mat(2600, 3600, CV_8UC1, cv::Scalar(255)), Dpi{300}, false, {1, 1}},
                              registrationOf(map));

    const PointMm back = page.toMillimetres(page.toPixel({70, 120}));

    EXPECT_NEAR(back.x, 70, 1e-9);
    EXPECT_NEAR(back.y, 120, 1e-9);
    EXPECT_NEAR(page.pixelsPerMm(), 11.8, 1e-9);
}

TEST(RegisteredPage, CutsUprightToASubpixelWhateverTheTurn)
{
    cv::Mat sheet = test::drawSheet({});
    const RectMm spot{100, 150, 4, 2};
    sheet(cv::Rect(2000, 3000, 80, 40)).setTo(0);
    const cv::Matx23d map = test::sheetMap(11.8, 183.0, {2600, 3600});
    const RegisteredPage page(
        {test::scanSheet(sheet, test::kFinePixelsPerMm, map, {2600, 3600}), Dpi{300}, false, {1, 1}},
        registrationOf(map));

    const cv::Mat cut = page.cut(spot.grown(3), 10.0);

    ASSERT_EQ(cut.size(), cv::Size(100, 80));
    const cv::Moments moments = cv::moments(255 - cut);
    EXPECT_NEAR(moments.m10 / moments.m00 + 0.5, 50, 0.3);
    EXPECT_NEAR(moments.m01 / moments.m00 + 0.5, 40, 0.3);
    EXPECT_LT(cut.at<uchar>(40, 50), 20);
    EXPECT_GT(cut.at<uchar>(10, 10), 240);
}

TEST(RegisteredPage, WhatLiesOutsideTheScanIsWhite)
{
    const RegisteredPage page({cv::Mat(100, 100, CV_8UC1, cv::Scalar(0)), Dpi{25.4}, false, {1, 1}},
                              registrationOf({1, 0, 0, 0, 1, 0}));

    EXPECT_EQ(page.cut({150, 150, 10, 10}, 1.0).at<uchar>(5, 5), 255);
}

TEST(RegisteredPage, RefusesAMapThatCannotBeInverted)
{
    EXPECT_THROW(
        RegisteredPage({cv::Mat(10, 10, CV_8UC1), Dpi{}, false, {1, 1}}, registrationOf({1, 1, 0, 1, 1, 0})),
        Error);
}

} // namespace
} // namespace scanstraat::page
