// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkFeatures.h"

#include "TestPage.h"
#include "marks/BoxCutter.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

double feature(const TestPage& page, Feature which, std::size_t box = 0, double errorMm = 0.0)
{
    const auto cuts = cutBoxes(page.scanned(3.0, errorMm), page.field);
    return measureMark(cuts.at(box))[static_cast<std::size_t>(which)];
}

TEST(MarkFeatures, AnEmptyBoxHasNoInkInsideNorStrokesOutside)
{
    const TestPage page(2);

    EXPECT_DOUBLE_EQ(feature(page, Feature::fill), 0.0);
    EXPECT_DOUBLE_EQ(feature(page, Feature::blank), 1.0);
    EXPECT_DOUBLE_EQ(feature(page, Feature::outside), 0.0);
    EXPECT_DOUBLE_EQ(feature(page, Feature::runOuts), 0.0);
}

TEST(MarkFeatures, TheFrameIsNotInkWhenTheRegistrationIsOff)
{
    const TestPage page(2);

    for (const double error : {-0.4, 0.4}) {
        EXPECT_DOUBLE_EQ(feature(page, Feature::fill, 1, error), 0.0) << error;
    }
}

TEST(MarkFeatures, AHeavyCrossLeavesPaperInSomeCells)
{
    TestPage page(1);
    page.cross(0, 1.2, 20, 0.1);

    EXPECT_GT(feature(page, Feature::fill), 0.5);
    EXPECT_LT(feature(page, Feature::lowestCell), 0.5);
    EXPECT_GT(feature(page, Feature::hole), 0.15);
}

TEST(MarkFeatures, ABlackenedBoxLeavesNone)
{
    TestPage page(1);
    page.blacken(0, 20, 0.2);

    EXPECT_GT(feature(page, Feature::lowestCell), 0.95);
    EXPECT_DOUBLE_EQ(feature(page, Feature::hole), 0.0);
    EXPECT_DOUBLE_EQ(feature(page, Feature::runOuts), 0.0);
}

TEST(MarkFeatures, CountsStrokesThatRunOutOfTheBlack)
{
    TestPage page(1);
    page.blacken(0, 20);
    page.cross(0, 0.5, 20, 0.45);

    EXPECT_DOUBLE_EQ(feature(page, Feature::runOuts), 4.0);
    EXPECT_DOUBLE_EQ(feature(page, Feature::opposite), 1.0);
    EXPECT_GT(feature(page, Feature::secondReach), 0.2);
}

TEST(MarkFeatures, AnotherBoxesMarkIsNotCounted)
{
    TestPage page(2);
    page.blacken(1, 20, 0.3);
    page.cross(1, 0.5, 20, 0.3);

    EXPECT_DOUBLE_EQ(feature(page, Feature::fill, 0), 0.0);
    EXPECT_DOUBLE_EQ(feature(page, Feature::outside, 0), 0.0);
}

TEST(MarkFeatures, EveryFeatureHasAName)
{
    for (std::size_t i = 0; i < kFeatures; ++i) {
        EXPECT_FALSE(featureName(i).empty());
    }
}

} // namespace
} // namespace scanstraat::marks
