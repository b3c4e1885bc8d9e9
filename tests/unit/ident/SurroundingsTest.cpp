// SPDX-License-Identifier: EUPL-1.2
#include "ident/Surroundings.h"

#include "support/PrintedPage.h"

#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

constexpr double kPixelsPerMm = 150 / 25.4;
const cv::Size kBed(1754, 2480); ///< A3

/// A sheet of our forms in the middle of a bed of that grey level.
page::RegisteredPage onBed(int grey, double degrees, double scale = 1.0)
{
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm * scale, degrees, kBed);
    page::PageImage image = test::scanPage(test::forms()[test::formIndex("7101")], 1, map, kBed, 150);
    cv::Mat outside(kBed, CV_8UC1, cv::Scalar(255));
    std::vector<cv::Point> corners;
    for (const PointMm corner : {PointMm{0, 0}, {210, 0}, {210, 297}, {0, 297}}) {
        corners.emplace_back(test::apply(map, corner));
    }
    cv::fillConvexPoly(outside, corners, cv::Scalar(0));
    image.grey.setTo(grey, outside);
    image.halves.clear();
    reading::Registration registration = test::registrationOf(map);
    registration.scaleX = scale;
    registration.scaleY = scale;
    return {image, registration};
}

TEST(Surroundings, OfASheetOnAnEvenBedHoldNoPrint)
{
    for (const int grey : {255, 230, 20, 0}) {
        EXPECT_LT(printBesideSheet(onBed(grey, 2.0)), 1.0) << grey;
    }
}

TEST(Surroundings, ASheetThatFillsTheScanHasNone)
{
    const cv::Size size(1240, 1754);
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.0, size);
    const page::RegisteredPage page(test::scanPage(test::forms()[test::formIndex("7101")], 1, map, size, 150),
                                    test::registrationOf(map));

    EXPECT_EQ(printBesideSheet(page), 0.0);
    EXPECT_FALSE(showsAnotherSheet(page));
}

TEST(Surroundings, APrintShrunkToFitThePageLeavesAMarginThatIsStillTheSheet)
{
    EXPECT_FALSE(showsAnotherSheet(onBed(0, 0.0, 0.92)));
}

TEST(Surroundings, LinesOfTextBesideTheSheetAreAnotherSheet)
{
    const page::RegisteredPage alone = onBed(255, 0.0);
    page::PageImage image = alone.image();
    for (int line = 0; line < 6; ++line) {
        cv::putText(image.grey, "Bijlage inkomen", {20, 900 + 40 * line}, cv::FONT_HERSHEY_SIMPLEX, 0.8, 30,
                    2);
    }

    EXPECT_TRUE(showsAnotherSheet({image, alone.registration()}));
}

} // namespace
} // namespace scanstraat::ident
