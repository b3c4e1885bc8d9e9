// SPDX-License-Identifier: EUPL-1.2
#include "align/PrintedLines.h"

#include "DrawnPage.h"

#include <gtest/gtest.h>

namespace scanstraat::align {
namespace {

form::Page pageWith(const form::Field& field)
{
    form::Page page;
    page.fields.push_back(field);
    return page;
}

form::Page pageWith(const form::PrintedBox& box)
{
    form::Page page;
    page.printedBoxes.push_back(box);
    return page;
}

form::Page pageWith(const form::PrintedLine& line)
{
    form::Page page;
    page.printedLines.push_back(line);
    return page;
}

long countUpright(const std::vector<LinePiece>& pieces)
{
    return std::ranges::count_if(pieces, [](const LinePiece& piece) { return piece.vertical; });
}

TEST(PrintedLines, NeighbouringCellsShareTheirSide)
{
    const auto pieces = printedLines(pageWith(test::comb({60, 100}, 9)));

    EXPECT_EQ(countUpright(pieces), 10);
    EXPECT_EQ(pieces.size(), 10U + 2 * 9U);
}

TEST(PrintedLines, SquareOptionGivesTheMiddlesOfItsFourLines)
{
    const auto pieces = printedLines(pageWith(test::choice({60, 100}, 1)));

    ASSERT_EQ(pieces.size(), 4U);
    EXPECT_EQ(countUpright(pieces), 2);
    EXPECT_NEAR(pieces[0].middle.x, 62.0, 1e-9);
    EXPECT_NEAR(pieces[0].middle.y, 100.0 + test::kFrameMm / 2, 1e-9);
    EXPECT_NEAR(pieces[1].middle.y, 104.0 - test::kFrameMm / 2, 1e-9);
}

TEST(PrintedLines, PiecesStayClearOfTheCorners)
{
    for (const LinePiece& piece : printedLines(test::pageWithFields())) {
        EXPECT_GT(piece.halfMm, 0.5);
        EXPECT_LT(piece.halfMm, 1.5); // half of 4 mm, less the width of the other line
    }
}

TEST(PrintedLines, RoundOptionsAreLeftOut)
{
    form::Field field = test::choice({60, 100}, 2);
    field.options[0].shape = form::BoxShape::round;

    EXPECT_EQ(printedLines(pageWith(field)).size(), 4U);
}

TEST(PrintedLines, FieldsWithoutFrameAreLeftOut)
{
    form::Field field = test::comb({60, 100}, 9);
    field.frameMm = 0.0;

    EXPECT_TRUE(printedLines(pageWith(field)).empty());
}

TEST(PrintedLines, ThinBoxesAreTakenFilledAndThickOnesLeftOut)
{
    const RectMm area{50, 50, 6, 6};

    EXPECT_EQ(printedLines(pageWith(form::PrintedBox{area, 0.25, std::nullopt})).size(), 4U);
    EXPECT_TRUE(printedLines(pageWith(form::PrintedBox{area, 0.25, 0.9})).empty());
    EXPECT_TRUE(printedLines(pageWith(form::PrintedBox{area, 1.0, std::nullopt})).empty());
    EXPECT_TRUE(printedLines(pageWith(form::PrintedBox{area, 0.0, std::nullopt})).empty());
}

TEST(PrintedLines, SlantedAndThickLinesAreLeftOut)
{
    EXPECT_EQ(printedLines(pageWith(form::PrintedLine{{20, 50}, {26, 50}, 0.25})).size(), 1U);
    EXPECT_TRUE(printedLines(pageWith(form::PrintedLine{{20, 50}, {26, 51}, 0.25})).empty());
    EXPECT_TRUE(printedLines(pageWith(form::PrintedLine{{20, 50}, {26, 50}, 1.0})).empty());
}

TEST(PrintedLines, ALongLineIsSeenInSeveralPlacesWhicheverWayItWasDrawn)
{
    const auto there = printedLines(pageWith(form::PrintedLine{{20, 50}, {20, 120}, 0.25}));
    const auto back = printedLines(pageWith(form::PrintedLine{{20, 120}, {20, 50}, 0.25}));

    EXPECT_EQ(there.size(), 10U);
    EXPECT_EQ(back.size(), 10U);
    EXPECT_NEAR(there.front().middle.y, 53.5, 1e-9);
    EXPECT_NEAR(back.front().middle.y, 116.5, 1e-9);
}

TEST(PrintedLines, AreThinnedOverTheWholePage)
{
    form::Page page;
    for (int row = 0; row < 25; ++row) {
        page.fields.push_back(test::comb({30, 20.0 + 10.5 * row}, 30));
    }

    const auto pieces = printedLines(page);

    EXPECT_LE(pieces.size(), 240U);
    EXPECT_GT(pieces.size(), 120U);
    EXPECT_LT(pieces.front().middle.y, 30.0);
    EXPECT_GT(pieces.back().middle.y, 265.0);
    EXPECT_GT(countUpright(pieces), 50);
}

TEST(PrintedLines, TextAloneGivesNone)
{
    form::Page page;
    page.texts.push_back({{30, 50}, 9.0, false, "Alleen tekst", 20.0, false});

    EXPECT_TRUE(printedLines(page).empty());
}

} // namespace
} // namespace scanstraat::align
