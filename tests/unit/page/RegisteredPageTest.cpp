// SPDX-License-Identifier: EUPL-1.2
#include "page/RegisteredPage.h"

#include "base/Error.h"
#include "page/Chroma.h"
#include "page/SheetMap.h"
#include "support/DrawnSheet.h"
#include "unit/page/ColouredPage.h"

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

/// A scan of a white sheet with a blue spot, by the map.
PageImage scanOfSpot(const RectMm& spot, const cv::Matx23d& map, cv::Size size)
{
    cv::Mat sheet;
    cv::cvtColor(test::drawSheet({}), sheet, cv::COLOR_GRAY2BGR);
    const double scale = test::kFinePixelsPerMm;
    sheet(cv::Rect(cvRound(spot.x * scale), cvRound(spot.y * scale), cvRound(spot.width * scale),
                   cvRound(spot.height * scale)))
        .setTo(test::kBlueBgr);
    std::vector<cv::Mat> channels;
    cv::split(sheet, channels);
    for (cv::Mat& channel : channels) {
        channel = test::scanSheet(channel, scale, map, size);
    }
    cv::Mat scan;
    cv::merge(channels, scan);
    PageImage image;
    cv::cvtColor(scan, image.grey, cv::COLOR_BGR2GRAY);
    image.chroma = chromaOf(scan, ChannelOrder::bgr);
    image.dpi = Dpi{300};
    return image;
}

TEST(RegisteredPage, CutsColoursToASubpixelWhateverTheTurn)
{
    const RectMm spot{100, 150, 4, 2};
    for (const double degrees : {0.0, 3.0, 91.0, 183.0}) {
        const cv::Size size = degrees == 91.0 ? cv::Size(3601, 2601) : cv::Size(2601, 3601);
        const cv::Matx23d map = test::sheetMap(11.8, degrees, size);
        const RegisteredPage page(scanOfSpot(spot, map, size), registrationOf(map));

        const cv::Mat cut = page.cutChroma(spot.grown(3), 10.0);

        ASSERT_EQ(cut.size(), page.cut(spot.grown(3), 10.0).size());
        ASSERT_EQ(cut.type(), CV_8UC2);
        const cv::Point2d centre = test::centreOfColour(cut, 0) / 2; // pixels of the cut-out
        EXPECT_NEAR(centre.x, 50, 0.2) << degrees;
        EXPECT_NEAR(centre.y, 40, 0.2) << degrees;
        const cv::Vec2d blue = test::chromaOfColour({200, 60, 30});
        EXPECT_NEAR(cut.at<cv::Vec2b>(40, 50)[0], blue[0], 2) << degrees;
        EXPECT_NEAR(cut.at<cv::Vec2b>(40, 50)[1], blue[1], 2) << degrees;
        EXPECT_EQ(cut.at<cv::Vec2b>(10, 10), cv::Vec2b(128, 128)) << degrees;
    }
}

TEST(RegisteredPage, WhatLiesOutsideTheScanHasNoColour)
{
    PageImage image{cv::Mat(100, 100, CV_8UC1, cv::Scalar(0)), Dpi{25.4}};
    image.chroma = cv::Mat(50, 50, CV_8UC2, cv::Scalar(200, 60));
    const RegisteredPage page(image, registrationOf({1, 0, 0, 0, 1, 0}));

    EXPECT_EQ(page.cutChroma({150, 150, 10, 10}, 1.0).at<cv::Vec2b>(5, 5), cv::Vec2b(128, 128));
    EXPECT_EQ(page.cutChroma({50, 50, 10, 10}, 1.0).at<cv::Vec2b>(5, 5), cv::Vec2b(200, 60));
}

TEST(RegisteredPage, AScanWithoutColoursGivesNone)
{
    const RegisteredPage page({cv::Mat(100, 100, CV_8UC1, cv::Scalar(0)), Dpi{25.4}},
                              registrationOf({1, 0, 0, 0, 1, 0}));

    EXPECT_TRUE(page.cutChroma({10, 10, 10, 10}, 1.0).empty());
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
