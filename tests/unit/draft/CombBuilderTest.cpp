// SPDX-License-Identifier: EUPL-1.2
#include "draft/CombBuilder.h"

#include <gmock/gmock.h>

namespace scanstraat::draft {

namespace {

using testing::ElementsAre;

/// Cells of 5 x 7 mm from left to right with these gaps between them.
std::vector<Frame> cellsWithGaps(const std::vector<double>& gaps)
{
    std::vector<Frame> cells;
    double x = 50.0;
    cells.push_back({{x, 100.0, 5.0, 7.0}, 0.25});
    for (const double gap : gaps) {
        x += 5.0 + gap;
        cells.push_back({{x, 100.0, 5.0, 7.0}, 0.25});
    }
    return cells;
}

} // namespace

TEST(CombBuilder, GapsBetweenTouchingCellsMakeGroups)
{
    std::vector<Frame> cells = cellsWithGaps({0, 2.5, 0, 2.5, 0, 0, 0});

    const std::vector<Comb> combs = takeCombs(cells);

    ASSERT_EQ(combs.size(), 1U);
    EXPECT_THAT(combs.front().groups, ElementsAre(2, 2, 4));
    EXPECT_TRUE(cells.empty());
}

TEST(CombBuilder, SeparateCellsCloseTogetherAreAComb)
{
    std::vector<Frame> cells = cellsWithGaps({1, 1, 1, 3, 1});

    const std::vector<Comb> combs = takeCombs(cells);

    ASSERT_EQ(combs.size(), 1U);
    EXPECT_THAT(combs.front().groups, ElementsAre(4, 2));
}

TEST(CombBuilder, BoxesFarApartAreNoComb)
{
    std::vector<Frame> cells = cellsWithGaps({12, 12});

    EXPECT_TRUE(takeCombs(cells).empty());
    EXPECT_EQ(cells.size(), 3U);
}

TEST(CombBuilder, WideGapEndsTheComb)
{
    std::vector<Frame> cells = cellsWithGaps({0, 0, 9, 0, 0});

    EXPECT_EQ(takeCombs(cells).size(), 2U);
}

} // namespace scanstraat::draft
