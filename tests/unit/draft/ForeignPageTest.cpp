// SPDX-License-Identifier: EUPL-1.2
//
// Pages as other people draw them, in pixels: what is on them is known exactly.
#include "DrawnSheet.h"
#include "draft/AnswerPlaces.h"
#include "draft/PageSearch.h"
#include "draft/SheetLoader.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::draft {

using namespace test;

TEST(ForeignPage, RoundBoxIsMeasuredByItsOuterEdge)
{
    Sheet sheet = blankSheet();
    const double outer = 4.0;
    constexpr int kFine = 16; // drawn large and made small: OpenCV's own smooth circles are a pixel too wide
    const int side = px(10);
    cv::Mat large(side * kFine, side * kFine, CV_8U, cv::Scalar(255));
    const cv::Point middle(large.cols / 2, large.rows / 2);
    cv::circle(large, middle, cvRound(outer / 2 * kScale * kFine), 0, cv::FILLED);
    cv::circle(large, middle, cvRound((outer / 2 - 0.25) * kScale * kFine), 255, cv::FILLED);
    cv::resize(large, sheet.grey(cv::Rect(px(55), px(95), side, side)), {side, side}, 0, 0, cv::INTER_AREA);

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.checkboxes.size(), 1U);
    EXPECT_TRUE(places.checkboxes.front().round);
    EXPECT_NEAR(places.checkboxes.front().outer.width, outer, 0.15);
    EXPECT_NEAR(places.checkboxes.front().outer.centre().x, 60.0, 0.1);
}

TEST(ForeignPage, PaleBoxOnATintIsFound)
{
    Sheet sheet = blankSheet();
    cv::rectangle(sheet.grey, cv::Rect(px(15), px(80), px(180), px(60)), cv::Scalar(225), cv::FILLED);
    drawFrame(sheet, {60, 100, 4, 4}, 150);

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.checkboxes.size(), 1U);
    EXPECT_NEAR(places.checkboxes.front().outer.x, 59.875, 0.15);
}

TEST(ForeignPage, WhiteBoxWithoutLineOnATintIsWrittenIn)
{
    Sheet sheet = blankSheet();
    cv::rectangle(sheet.grey, cv::Rect(px(15), px(80), px(180), px(60)), cv::Scalar(225), cv::FILLED);
    cv::rectangle(sheet.grey, cv::Rect(px(60), px(100), px(90), px(8)), cv::Scalar(255), cv::FILLED);

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.places.size(), 1U);
    EXPECT_NEAR(places.places.front().box.width, 90.0, 0.3);
}

TEST(ForeignPage, BoxesOfAnySizeAreFoundAndTheSheetStaysAsItIs)
{
    Sheet sheet = blankSheet();
    constexpr int kCount = 16;
    for (int i = 0; i < kCount; ++i) {
        const double side = 3.6 + 0.05 * i;
        drawFrame(sheet, {60, 40.0 + 5.0 * i, side, side});
    }
    const cv::Mat before = sheet.grey.clone();

    const PageFindings found = searchPage(sheet);

    EXPECT_EQ(sortPlaces(found).checkboxes.size(), kCount);
    EXPECT_EQ(cv::norm(before, sheet.grey, cv::NORM_INF), 0.0);
}

TEST(ForeignPage, WhiteCellsBetweenThinLinesInATintedBandAreAComb)
{
    Sheet sheet = blankSheet();
    cv::rectangle(sheet.grey, cv::Rect(px(15), px(80), px(180), px(11)), cv::Scalar(228), cv::FILLED);
    cv::rectangle(sheet.grey, cv::Rect(px(60), px(82), px(45), px(6.5)), cv::Scalar(255), cv::FILLED);
    for (int i = 1; i < 9; ++i) {
        cv::rectangle(sheet.grey, cv::Rect(px(60.0 + 5.0 * i), px(82), px(0.2), px(6.5)), cv::Scalar(150),
                      cv::FILLED);
    }

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.combs.size(), 1U);
    EXPECT_EQ(places.combs.front().cells.size(), 9U);
    EXPECT_NEAR(places.combs.front().cells.back().right(), 105.0, 0.25);
}

TEST(ForeignPage, DottedAndDashedLinesAreWrittenOn)
{
    Sheet sheet = blankSheet();
    drawRule(sheet, 60, 140, 100, 0.35, 0.6);
    drawRule(sheet, 60, 140, 150, 1.2, 1.2);

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.places.size(), 2U);
    EXPECT_NEAR(places.places[0].box.bottom(), 100.1, 0.4);
    EXPECT_NEAR(places.places[1].box.width, 80.0, 2.0);
}

TEST(ForeignPage, BaseLineWithTicksIsAComb)
{
    Sheet sheet = blankSheet();
    drawRule(sheet, 60, 100, 100, 40, 1);
    for (int i = 0; i <= 8; ++i) {
        cv::rectangle(sheet.grey, cv::Rect(px(60 + 5 * i) - 1, px(97), 3, px(3.2)), cv::Scalar(0),
                      cv::FILLED);
    }

    const AnswerPlaces places = sortPlaces(searchPage(sheet));

    ASSERT_EQ(places.combs.size(), 1U);
    EXPECT_EQ(places.combs.front().cells.size(), 8U);
}

TEST(ForeignPage, BracketsInTheCornersAreAdjustmentFields)
{
    Sheet sheet = blankSheet();
    const auto bar = [&](double x, double y, double width, double height) {
        cv::rectangle(sheet.grey, cv::Rect(px(x), px(y), px(width), px(height)), cv::Scalar(0), cv::FILLED);
    };
    for (const bool left : {true, false}) {
        for (const bool top : {true, false}) {
            const double x = left ? 10.0 : 192.0;
            const double y = top ? 10.0 : 279.0;
            bar(left ? x : x + 7, y, 1, 8);
            bar(x, top ? y : y + 7, 8, 1);
        }
    }

    const PageFindings found = searchPage(sheet);

    ASSERT_EQ(found.marks.size(), 4U);
    EXPECT_EQ(found.marks.front().shape, form::MarkShape::bracket);
    EXPECT_NEAR(found.marks.front().centre.x, 14.0, 0.2);
    EXPECT_NEAR(found.marks.front().sizeMm, 8.0, 0.2);
}

TEST(ForeignPage, BlankPaperNoiseAndTextGiveNothing)
{
    Sheet sheet = blankSheet(240);
    cv::RNG random(3);
    cv::Mat noise(sheet.grey.size(), CV_16S);
    random.fill(noise, cv::RNG::NORMAL, 0, 6);
    cv::add(sheet.grey, noise, sheet.grey, cv::noArray(), CV_8U);
    for (int i = 0; i < 12; ++i) {
        cv::putText(sheet.grey, "OOGDD BOQ 0808 Besluit", {px(20), px(40 + 15 * i)}, cv::FONT_HERSHEY_SIMPLEX,
                    1.0 + 0.1 * i, 0, 3, cv::LINE_AA);
    }

    const PageFindings found = searchPage(sheet);
    const AnswerPlaces places = sortPlaces(found);

    EXPECT_TRUE(places.combs.empty());
    EXPECT_TRUE(places.places.empty());
    EXPECT_TRUE(found.marks.empty());
    EXPECT_TRUE(found.barcodes.empty());
}

TEST(ForeignPage, PageThatIsNotA4IsLeftOutWithAReason)
{
    page::PageImage letter;
    letter.dpi = Dpi{300};
    letter.grey = cv::Mat(3300, 2550, CV_8U, cv::Scalar(255));

    const LoadedPage loaded = toSheet(letter, 1);

    EXPECT_FALSE(loaded.sheet);
    EXPECT_NE(loaded.note.find("215.9 x 279.4 mm"), std::string::npos);
}

} // namespace scanstraat::draft
