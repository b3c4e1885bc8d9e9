// SPDX-License-Identifier: EUPL-1.2
#include "ident/PrintTilt.h"

#include "ident/LayoutPrint.h"
#include "support/PrintedPage.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::ident {
namespace {

const cv::Size kSize(1900, 2500);
constexpr double kDpi = 200;

PageInk inkAt(double degrees)
{
    const cv::Matx23d map = test::sheetMap(kDpi / 25.4, degrees, kSize);
    page::PageImage image = test::scanPage(test::forms()[test::formIndex("7112")], 1, map, kSize, kDpi);
    return PageInk(image);
}

PrintTilt tiltOf(const PageInk& ink)
{
    return tiltOfPrint(ink.picture().grey, ink.picture().dpi.pixelsPerMm());
}

class EveryTilt : public testing::TestWithParam<double>
{
};

TEST_P(EveryTilt, IsFoundToAFifthOfADegree)
{
    EXPECT_NEAR(tiltOf(inkAt(GetParam())).degrees, GetParam(), 0.2);
}

INSTANTIATE_TEST_SUITE_P(PrintTilt, EveryTilt, testing::Values(-10.0, -4.3, -0.2, 0.0, 1.5, 7.7, 10.0));

TEST(PrintTilt, TellsLyingPrintFromUprightPrint)
{
    const PrintTilt upright = tiltOf(inkAt(0.5));
    const PrintTilt lying = tiltOf(inkAt(90.5));

    EXPECT_GT(upright.rows, 1.5 * upright.columns);
    EXPECT_GT(lying.columns, 1.5 * lying.rows);
    EXPECT_NEAR(lying.degrees, 0.5, 0.2);
}

TEST(PrintTilt, IsNotThatOfABlackBorder)
{
    const cv::Matx23d map = test::sheetMap(kDpi / 25.4, 3.0, kSize);
    page::PageImage image = test::scanPage(test::forms()[test::formIndex("7112")], 1, map, kSize, kDpi);
    image.grey.colRange(0, 20).setTo(10);
    image.grey.colRange(kSize.width - 90, kSize.width).setTo(10);

    EXPECT_NEAR(tiltOf(PageInk(image)).degrees, 3.0, 0.2);
}

TEST(PrintTilt, OfABlankSheetIsNone)
{
    const PrintTilt tilt = tiltOfPrint(cv::Mat(420, 300, CV_8UC1, cv::Scalar(255)), 1.5);

    EXPECT_EQ(tilt.rows + tilt.columns, 0.0);
}

} // namespace
} // namespace scanstraat::ident
