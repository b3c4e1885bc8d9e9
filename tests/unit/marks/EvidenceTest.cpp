// SPDX-License-Identifier: EUPL-1.2
#include "marks/Evidence.h"

#include "TestPage.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

Clues cluesAt(const TestPage& page, std::size_t box, const PenTrace& pen = {}, bool bitonal = false)
{
    const page::RegisteredPage scanned = page.scanned(3.0, 0.1, bitonal);
    const auto cuts = cutBoxes(scanned, ExpectedPrint(page.layout()), page.field);
    return cluesOf(scanned, pen, cuts).at(box);
}

float clue(const Clues& clues, Clue which)
{
    return clues[static_cast<std::size_t>(which)];
}

TEST(Evidence, DescribesTheBoxAndTheScan)
{
    const Clues clues = cluesAt(TestPage(1, 5.0), 0, {}, true);

    EXPECT_FLOAT_EQ(clue(clues, Clue::side), 1.0F);
    EXPECT_FLOAT_EQ(clue(clues, Clue::frameWidth), 0.5F);
    EXPECT_FLOAT_EQ(clue(clues, Clue::bitonal), 1.0F);
    EXPECT_NEAR(clue(clues, Clue::resolution), 1.0F, 0.01F);
    EXPECT_GT(clue(clues, Clue::frameSeen), 0.9F);
    EXPECT_GT(clue(clues, Clue::frameDark), 0.3F);
}

TEST(Evidence, ThePenCountsOnlyWhenItIsKnown)
{
    const TestPage page(1);

    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, {0.5, 0.6, 0.8}), Clue::penWidth), 0.0F);
    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, {9.0, 0.6, 0.8}), Clue::penWidth), 0.6F);
    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, {9.0, 0.6, 0.8}), Clue::penDarkness), 0.8F);
}

TEST(Evidence, OthersAreAllBoxesButTheOwn)
{
    TestPage page(3);
    page.blacken(0, 30);

    const Clues own = cluesAt(page, 0);
    const Clues other = cluesAt(page, 1);

    EXPECT_FLOAT_EQ(clue(own, Clue::othersMarked), 0.0F);
    EXPECT_FLOAT_EQ(clue(own, Clue::othersPeak), 0.0F);
    EXPECT_FLOAT_EQ(clue(other, Clue::othersMarked), 0.5F);
    EXPECT_GT(clue(other, Clue::othersPeak), 0.8F);
    EXPECT_GT(clue(other, Clue::othersCover), 0.8F);
}

} // namespace
} // namespace scanstraat::marks
