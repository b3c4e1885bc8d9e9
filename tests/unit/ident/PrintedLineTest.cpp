// SPDX-License-Identifier: EUPL-1.2
#include "ident/PrintedLine.h"

#include "DrawnLine.h"

#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

/// Rows of a glyph's picture that hold ink: first and last.
std::pair<int, int> inkRows(const PrintedGlyph& glyph)
{
    const cv::Rect ink = cv::boundingRect(glyph.picture > 128);
    return {ink.y, ink.y + ink.height - 1};
}

TEST(PrintedLine, GivesOneGlyphACharacterFromLeftToRight)
{
    const auto glyphs = cutGlyphs(test::cutLine({"10   6009-2025/1"}));

    ASSERT_EQ(glyphs.size(), 13U);
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
        EXPECT_GE(glyphs[i].left, glyphs[i - 1].right);
    }
    EXPECT_EQ(glyphs[0].picture.size(), cv::Size(kPrintColumns, kPrintRows));
}

TEST(PrintedLine, KeepsHeightAndPlaceOnTheLine)
{
    const auto glyphs = cutGlyphs(test::cutLine({"0o-."}));

    ASSERT_EQ(glyphs.size(), 4U);
    EXPECT_LT(inkRows(glyphs[0]).first, inkRows(glyphs[1]).first - 2);
    EXPECT_EQ(inkRows(glyphs[0]).second, inkRows(glyphs[1]).second);
    EXPECT_LT(inkRows(glyphs[2]).second, inkRows(glyphs[3]).first);
}

TEST(PrintedLine, PutsADotOnItsI)
{
    EXPECT_EQ(cutGlyphs(test::cutLine({"ij1"})).size(), 3U);
}

TEST(PrintedLine, FindsNothingOnPaper)
{
    EXPECT_TRUE(cutGlyphs(cv::Mat(kLineAbove + kLineBelow, 500, CV_8UC1, cv::Scalar(230))).empty());
}

TEST(PrintedLine, ALineThatStandsLowerIsTheSame)
{
    const cv::Mat line = test::cutLine({"6009"});
    cv::Mat lower(line.size(), CV_8UC1, cv::Scalar(240));
    line.rowRange(0, line.rows - 15).copyTo(lower.rowRange(15, line.rows));

    const auto glyphs = cutGlyphs(line);
    const auto same = cutGlyphs(lower);

    ASSERT_EQ(glyphs.size(), same.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        EXPECT_LE(cv::norm(glyphs[i].picture, same[i].picture, cv::NORM_INF), 2);
    }
}

} // namespace
} // namespace scanstraat::ident
