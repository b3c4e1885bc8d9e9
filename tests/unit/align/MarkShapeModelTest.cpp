// SPDX-License-Identifier: EUPL-1.2
#include "align/MarkShapeModel.h"

#include <gtest/gtest.h>

#include <numbers>

namespace scanstraat::align {

TEST(MarkShapeModel, SquareAndDotHaveTheirTextbookMoments)
{
    const MarkShapeModel square = modelOf({form::MarkShape::filledSquare, {10, 10}, 5.0, 1.0});
    const MarkShapeModel dot = modelOf({form::MarkShape::dot, {10, 10}, 5.0, 1.0});

    EXPECT_NEAR(square.spread, 1.0 / 6, 0.002);
    EXPECT_NEAR(square.areaShare, 1.0, 0.01);
    EXPECT_NEAR(dot.spread, 0.5 / std::numbers::pi, 0.002);
    EXPECT_NEAR(dot.areaShare, std::numbers::pi / 4, 0.02);
}

TEST(MarkShapeModel, InkOfABracketLiesTowardsItsCornerOfTheSheet)
{
    const MarkShapeModel topLeft = modelOf({form::MarkShape::bracket, {10, 10}, 6.0, 1.0});
    const MarkShapeModel bottomRight = modelOf({form::MarkShape::bracket, {200, 287}, 6.0, 1.0});

    EXPECT_LT(topLeft.centroid.x, -0.5);
    EXPECT_LT(topLeft.centroid.y, -0.5);
    EXPECT_NEAR(bottomRight.centroid.x, -topLeft.centroid.x, 0.05);
    EXPECT_NEAR(bottomRight.centroid.y, -topLeft.centroid.y, 0.05);
}

} // namespace scanstraat::align
