// SPDX-License-Identifier: EUPL-1.2
#include "marks/BoxCutter.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

std::vector<BoxCut> cutsOf(const TestPage& page, double errorMm = 0.0)
{
    return cutBoxes(page.scanned(2.0, errorMm), ExpectedPrint(page.layout()), page.field);
}

/// Mean darkness of the inside.
double insideDark(const BoxCut& cut)
{
    return cv::mean(cut.dark(cv::Rect(18, 18, 12, 12)))[0];
}

TEST(BoxCutter, PutsEveryBoxInTheMiddleWhateverItsSize)
{
    for (const double side : {3.0, 4.0, 6.0}) {
        const BoxCut cut = cutsOf(TestPage(1, side)).at(0);

        ASSERT_EQ(cut.dark.size(), cv::Size(kCutSide, kCutSide));
        EXPECT_DOUBLE_EQ(cut.sideMm, side);
        EXPECT_LT(insideDark(cut), 6.0);
        EXPECT_GT(cv::mean(cut.dark(cv::Rect(15, 15, 1, 18)))[0], 30.0) << side;
        EXPECT_GT(cv::mean(cut.dark(cv::Rect(32, 15, 1, 18)))[0], 30.0) << side;
    }
}

TEST(BoxCutter, FollowsTheFrameWhereTheRegistrationIsOff)
{
    for (const double error : {-0.5, 0.4}) {
        const BoxCut cut = cutsOf(TestPage(2), error).at(1);

        EXPECT_LT(insideDark(cut), 6.0) << error;
        EXPECT_NEAR(cut.shiftMm, std::abs(error) * std::sqrt(2.0), 0.15);
        EXPECT_GT(cut.frameSeen, 0.9);
    }
}

TEST(BoxCutter, FindsBoxesWhereTheirFramesAre)
{
    const TestPage page(3);
    const auto places = findBoxes(page.scanned(2.0, 0.4), page.field.options);

    ASSERT_EQ(places.size(), 3U);
    for (const BoxPlace& place : places) {
        EXPECT_NEAR(place.shift.x, -0.4, 0.1);
        EXPECT_NEAR(place.shift.y, -0.4, 0.1);
        EXPECT_GT(place.frameSeen, 0.9);
    }
    EXPECT_TRUE(findBoxes(page.scanned(), {}).empty());
}

TEST(BoxCutter, DarknessIsMeasuredAgainstThePaper)
{
    TestPage page(1);
    page.blacken(0, 60);

    const BoxCut cut = cutsOf(page).at(0);

    EXPECT_NEAR(cut.paperGrey, 240.0, 3.0);
    EXPECT_NEAR(insideDark(cut), 255.0 * (1.0 - 60.0 / 240.0), 6.0);
}

TEST(BoxCutter, SeesThatAFrameIsNotThere)
{
    TestPage page(1);
    page.grey.setTo(240);
    page.line({20, 30}, {40, 30}, 0.4, 30);

    EXPECT_LT(cutsOf(page).at(0).frameSeen, 0.5);
}

} // namespace
} // namespace scanstraat::marks
