// SPDX-License-Identifier: EUPL-1.2
#include "page/SheetMap.h"

#include "support/DrawnSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

constexpr double kPixelsPerMm = 300 / 25.4;

reading::Registration registrationOf(const cv::Matx23d& map)
{
    reading::Registration registration;
    setMap(registration, map, kPixelsPerMm);
    return registration;
}

struct Lie
{
    double degrees; ///< clockwise turn of the sheet in the scan
    int orientation;
    double skew;
};

class EveryLie : public testing::TestWithParam<Lie>
{
};

TEST_P(EveryLie, IsAnOrientationAndASkew)
{
    const auto registration = registrationOf(test::sheetMap(kPixelsPerMm, GetParam().degrees, {2600, 3600}));

    EXPECT_EQ(registration.orientation, GetParam().orientation);
    EXPECT_NEAR(registration.skewDegrees, GetParam().skew, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(SheetMap, EveryLie,
                         testing::Values(Lie{0, 0, 0}, Lie{1.5, 0, 1.5}, Lie{-44, 0, -44}, Lie{90, 270, 0},
                                         Lie{88, 270, -2}, Lie{180, 180, 0}, Lie{178.5, 180, -1.5},
                                         Lie{-179, 180, 1}, Lie{270, 90, 0}, Lie{-92, 90, -2}));

TEST(SheetMap, CountsClockwiseQuarterTurns)
{
    EXPECT_EQ(quarterTurns({1, 0.2}), 0);
    EXPECT_EQ(quarterTurns({1, -0.2}), 0);
    EXPECT_EQ(quarterTurns({0, 1}), 1); // the form's x axis points down
    EXPECT_EQ(quarterTurns({-1, 0.1}), 2);
    EXPECT_EQ(quarterTurns({-1, -0.1}), 2);
    EXPECT_EQ(quarterTurns({0.1, -1}), 3);
}

TEST(SheetMap, ScalesAreThoseOfTheFormsOwnAxes)
{
    const cv::Matx23d turned = test::sheetMap(kPixelsPerMm, 91.0, {3600, 2600});
    const cv::Matx23d stretched = turned * cv::Matx33d(0.97, 0, 0, 0, 1.02, 0, 0, 0, 1);

    const auto registration = registrationOf(stretched);

    EXPECT_NEAR(registration.scaleX, 0.97, 1e-9);
    EXPECT_NEAR(registration.scaleY, 1.02, 1e-9);
}

TEST(SheetMap, IsPutIntoTheRegistrationAndLeavesTheRestAsItIs)
{
    reading::Registration registration;
    registration.residualMm = 0.07;
    registration.marks = {{10, 10}};

    setMap(registration, {11, 0.1, 40, -0.1, 12, 50}, kPixelsPerMm);

    EXPECT_EQ(registration.mmToPixel, (std::array<double, 6>{11, 0.1, 40, -0.1, 12, 50}));
    EXPECT_EQ(registration.residualMm, 0.07);
    EXPECT_EQ(registration.marks.size(), 1U);
}

} // namespace
} // namespace scanstraat::page
