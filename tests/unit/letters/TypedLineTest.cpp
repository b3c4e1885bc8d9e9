// SPDX-License-Identifier: EUPL-1.2
#include "letters/TypedLine.h"

#include "support/WrittenSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

/// Capitals of 40 pixels on a baseline at 100.
LineWriting writingOf(const std::vector<cv::Rect>& boxes)
{
    LineWriting writing;
    writing.capitalHeight = 40.0;
    writing.baseline = 100.0;
    for (const cv::Rect& box : boxes) {
        Piece piece;
        piece.box = box;
        writing.pieces.push_back(piece);
    }
    return writing;
}

TEST(TypedLine, CapitalsOnOneLineThatAreEquallyHighMayBeTyped)
{
    EXPECT_TRUE(
        looksTyped(writingOf({{0, 60, 20, 40}, {30, 60, 20, 40}, {60, 59, 20, 42}, {90, 60, 20, 40}})));
}

TEST(TypedLine, AHyphenAndAnAccentDoNotMatter)
{
    EXPECT_TRUE(looksTyped(writingOf({{0, 60, 20, 40},
                                      {30, 60, 20, 40},
                                      {55, 80, 10, 3},
                                      {70, 60, 20, 40},
                                      {74, 46, 8, 8},
                                      {100, 60, 20, 40}})));
}

TEST(TypedLine, LettersThatJumpAreWritten)
{
    EXPECT_FALSE(
        looksTyped(writingOf({{0, 62, 20, 40}, {30, 57, 20, 40}, {60, 60, 20, 40}, {90, 63, 20, 40}})));
}

TEST(TypedLine, LettersOfDifferentHeightsAreWritten)
{
    EXPECT_FALSE(
        looksTyped(writingOf({{0, 56, 20, 44}, {30, 63, 20, 37}, {60, 60, 20, 40}, {90, 64, 20, 36}})));
}

TEST(TypedLine, ThreeLettersAreTooFewToTell)
{
    EXPECT_FALSE(looksTyped(writingOf({{0, 60, 20, 40}, {30, 60, 20, 40}, {60, 60, 20, 40}})));
}

TEST(TypedLine, ThePrintIsBlackOnWhiteWithPaperAround)
{
    test::WrittenSheet sheet = test::sheetWith(test::lineField(1));
    sheet.writeApart("HEKEN", {83, 146.4}, 4.8);
    const page::RegisteredPage page = sheet.scan();
    const RectMm box = test::lineField(1).box;
    const InkPicture picture(page::PagePart(page, box.grown(0.8), kInkPixelsPerMm), std::span(&box, 1));
    const LineWriting writing = findWriting(picture, picture.part().toPixels(box));

    const cv::Mat print = printOf(picture, writing);

    ASSERT_EQ(print.type(), CV_8UC1);
    EXPECT_EQ(print.at<uchar>(0, 0), 255);
    EXPECT_EQ(print.at<uchar>(print.rows - 1, print.cols - 1), 255);
    double darkest = 255.0;
    cv::minMaxLoc(print, &darkest);
    EXPECT_LT(darkest, 30.0);
    EXPECT_GT(print.rows, writing.capitalHeight * 1.5);
}

} // namespace
} // namespace scanstraat::letters
