// SPDX-License-Identifier: EUPL-1.2
#include "base/Geometry.h"
#include "base/Units.h"

#include <gtest/gtest.h>

#include <array>

namespace scanstraat {

TEST(Geometry, UniteCoversBothRectangles)
{
    const RectMm a{10, 20, 5, 5};
    const RectMm b{12, 18, 10, 3};

    EXPECT_EQ(unite(a, b), (RectMm{10, 18, 12, 7}));
}

TEST(Geometry, UniteCoversAnyNumberOfRectangles)
{
    const std::array<RectMm, 3> rectangles{RectMm{10, 20, 5, 5}, RectMm{12, 18, 10, 3}, RectMm{0, 30, 1, 1}};

    EXPECT_EQ(unite(rectangles), (RectMm{0, 18, 22, 13}));
    EXPECT_EQ(unite(std::span(rectangles).first(1)), rectangles[0]);
}

TEST(Geometry, GrownMovesEverySide)
{
    EXPECT_EQ((RectMm{10, 10, 4, 4}).grown(1), (RectMm{9, 9, 6, 6}));
    EXPECT_EQ((RectMm{10, 10, 4, 4}).grown(-1), (RectMm{11, 11, 2, 2}));
}

TEST(Units, AnInchIs72PointsAnd300Dots)
{
    EXPECT_DOUBLE_EQ(mmToPoints(25.4), 72.0);
    EXPECT_DOUBLE_EQ(pointsToMm(72.0), 25.4);
    EXPECT_DOUBLE_EQ(Dpi{300}.pixelsPerMm() * 25.4, 300.0);
}

} // namespace scanstraat
