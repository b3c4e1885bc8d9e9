// SPDX-License-Identifier: EUPL-1.2
#include "page/PageImage.h"

#include "page/Chroma.h"
#include "page/RegisteredPage.h"
#include "page/SheetMap.h"
#include "support/DrawnSheet.h"
#include "unit/page/ColouredPage.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

PageImage drawnImage(double dpi, cv::Size size)
{
    PageImage image;
    image.grey = cv::Mat(size, CV_8UC1, cv::Scalar(255));
    image.grey(cv::Rect(size.width / 4, size.height / 4, size.width / 4, size.height / 4)).setTo(0);
    image.dpi = Dpi{dpi};
    return image;
}

TEST(PageImage, IsHalvedDownToAbout75Dpi)
{
    for (const auto& [dpi, shrink] :
         {std::pair{100.0, 1.0}, {150.0, 2.0}, {200.0, 2.0}, {290.0, 4.0}, {300.0, 4.0}, {400.0, 4.0}}) {
        const Overview overview = overviewOf(drawnImage(dpi, {801, 1003}));

        EXPECT_EQ(overview.shrink, shrink) << dpi;
        EXPECT_EQ(overview.grey.cols, 801 / static_cast<int>(shrink)) << dpi;
    }
}

TEST(PageImage, AsA4HasTheResolutionOfItsLongerSide)
{
    EXPECT_NEAR(dpiIfA4({3508, 2480}).value, 300, 0.1);
}

TEST(PageImage, OfAnotherEvenResolutionKeepsItsPixels)
{
    const PageImage image = drawnImage(100, {2480, 3508});

    const PageImage told = withResolution(image, Dpi{300}, Dpi{302});

    EXPECT_NEAR(told.dpi.value, 301, 0.1);
    EXPECT_EQ(told.grey.data, image.grey.data);
    EXPECT_EQ(told.filePixels, cv::Point2d(1, 1));
    EXPECT_EQ(told.halves.size(), 2U);
}

TEST(PageImage, OfAnotherUnevenResolutionIsStretched)
{
    const PageImage told = withResolution(drawnImage(140, {1640, 1145}), Dpi{204}, Dpi{98});

    EXPECT_EQ(told.dpi.value, 204);
    EXPECT_EQ(told.grey.cols, 1640);
    EXPECT_NEAR(told.grey.rows, 1145 * 204 / 98.0, 1);
    EXPECT_NEAR(told.filePixels.x, 1, 1e-9);
    EXPECT_NEAR(told.filePixels.y, 98 / 204.0, 1e-9);
}

PageImage colouredImage(const cv::Mat& bgr)
{
    PageImage image;
    cv::cvtColor(bgr, image.grey, cv::COLOR_BGR2GRAY);
    image.chroma = chromaOf(bgr, ChannelOrder::bgr);
    return image;
}

TEST(PageImage, OfAnotherEvenResolutionKeepsItsColours)
{
    const PageImage image = colouredImage(test::colouredPage({301, 403}));

    const PageImage told = withResolution(image, Dpi{300}, Dpi{300});

    EXPECT_EQ(told.chroma.data, image.chroma.data);
}

TEST(PageImage, OfAnotherUnevenResolutionHasItsColoursStretchedAlong)
{
    const cv::Mat bgr = test::colouredPage({301, 203});
    const PageImage image = colouredImage(bgr);

    const PageImage told = withResolution(image, Dpi{204}, Dpi{98});

    cv::Mat expected;
    cv::resize(bgr, expected, told.grey.size(), 0, 0, cv::INTER_LINEAR);
    test::expectChroma(told.chroma, expected, 4, 0.6);
    EXPECT_EQ(image.chroma.size(), cv::Size(151, 102)); // the image itself is left alone
}

TEST(PageImage, WithoutColoursHasNoneAtAnotherResolution)
{
    EXPECT_TRUE(withResolution(drawnImage(140, {640, 445}), Dpi{204}, Dpi{98}).chroma.empty());
}

TEST(PageImage, TheOverviewIsTheSameWhetherHalvedBeforeOrNot)
{
    const PageImage plain = drawnImage(300, {801, 1003});
    PageImage halved = plain;
    addHalves(halved);

    EXPECT_EQ(halved.halves.size(), 2U);
    EXPECT_EQ(cv::norm(overviewOf(plain).grey, overviewOf(halved).grey, cv::NORM_INF), 0);
}

TEST(PageImage, ACoarseCutShowsTheSameFromTheHalves)
{
    const auto marks = test::cornerMarks();
    const cv::Size size(2501, 3601);
    const cv::Matx23d map = test::sheetMap(300 / 25.4, 0.8, size);
    PageImage image;
    image.grey = test::scanSheet(test::drawSheet(marks), test::kFinePixelsPerMm, map, size);
    image.dpi = Dpi{300};
    const reading::Registration registration = registrationOf(map);
    PageImage halved = image;
    addHalves(halved);
    const RectMm area{5, 5, 10, 10};

    const cv::Mat fine = RegisteredPage(image, registration).cut(area, 12.0);
    const cv::Mat coarse = RegisteredPage(halved, registration).cut(area, 2.0);

    cv::Mat expected;
    cv::resize(fine, expected, coarse.size(), 0, 0, cv::INTER_AREA);
    EXPECT_LT(cv::norm(coarse, expected, cv::NORM_L1) / static_cast<double>(coarse.total()), 6.0);
}

} // namespace
} // namespace scanstraat::page
