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

TEST(Evidence, HowBrokenTheWritingIsCountsOnlyWhereThereIsSome)
{
    const TestPage page(1);
    PenTrace pen{9.0, 0.6, 0.8};
    pen.broken = 0.7;

    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, pen), Clue::penBroken), 0.7F);
    pen.inkMm2 = 0.5;
    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, pen), Clue::penBroken), 0.0F);
}

TEST(Evidence, ComparesTheColourOfAMarkWithThePagesWriting)
{
    constexpr InkColour kBlue{0.25, -0.08};
    TestPage page(2);
    page.eraseText();
    page.dip(kBlue);
    page.cross(0, 1.0, 60, 0.3); // wide: what the frame has outside its place mixes in
    PenTrace blue{9.0, 0.6, 0.8};
    blue.colour = kBlue;
    PenTrace black{9.0, 0.6, 0.8};
    black.colour = InkColour{};

    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, blue), Clue::colourKnown), 1.0F);
    EXPECT_NEAR(clue(cluesAt(page, 0, blue), Clue::colour), 0.65F, 0.15F);
    EXPECT_LT(clue(cluesAt(page, 0, blue), Clue::colourApart), 0.3F);
    EXPECT_GT(clue(cluesAt(page, 0, black), Clue::colourApart), 0.5F);
    EXPECT_FLOAT_EQ(clue(cluesAt(page, 1, blue), Clue::colourKnown), 0.0F) << "an empty box";
    EXPECT_FLOAT_EQ(clue(cluesAt(page, 0, blue, true), Clue::colourKnown), 0.0F) << "black and white";
}

TEST(Evidence, WithoutWritingTheOtherMarksTellTheColour)
{
    TestPage page(3);
    page.eraseText();
    page.dip({0.25, -0.08});
    page.cross(0, 1.0, 60, 0.3);
    page.cross(1, 1.0, 60, 0.3);
    page.dip({});
    page.cross(2, 1.0, 60, 0.3);

    EXPECT_GT(clue(cluesAt(page, 2), Clue::colourApart), 0.4F);
    EXPECT_GT(clue(cluesAt(page, 0), Clue::colourApart), 0.2F); // one of two others is blue
    EXPECT_LT(clue(cluesAt(page, 0), Clue::colourApart), 0.5F);
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
