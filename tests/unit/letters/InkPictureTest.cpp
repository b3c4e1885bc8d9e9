// SPDX-License-Identifier: EUPL-1.2
#include "letters/InkPicture.h"

#include "support/WrittenSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

constexpr int kFaintPencil = 210; ///< a contrast of 45 with the paper

const form::Field& comb()
{
    static const form::Field field = test::combField(4);
    return field;
}

page::PagePart partOf(const page::RegisteredPage& page)
{
    return {page, comb().box.grown(1.2), kInkPixelsPerMm};
}

InkPicture pictureOf(const page::RegisteredPage& page)
{
    return {partOf(page), comb().cells};
}

TEST(InkPicture, FindsAStroke)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.stroke({82.6, 146.5}, {82.6, 150.5});

    const InkPicture picture = pictureOf(sheet.scan());

    ASSERT_EQ(picture.pieces().size(), 1U);
    const Piece& piece = picture.pieces().front();
    EXPECT_NEAR(piece.box.width, 5, 3);
    EXPECT_NEAR(piece.box.height, 45, 3);
    EXPECT_NEAR(piece.centroid.x, (82.6 - 78.8) * kInkPixelsPerMm, 1.5);
    EXPECT_GT(piece.area, 150);
}

TEST(InkPicture, ErasesThePrintedFrame)
{
    const InkPicture picture = pictureOf(test::sheetWith(comb()).scan());

    EXPECT_TRUE(picture.pieces().empty());
}

TEST(InkPicture, ErasesThePrintedFrameBesideWriting)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.write("B", test::inCell(1));

    const InkPicture picture = pictureOf(sheet.scan());

    EXPECT_EQ(picture.pieces().size(), 1U);
}

TEST(InkPicture, JoinsAStrokeThatCrossesTheFrame)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.stroke({83.0, 148.2}, {88.0, 149.0});

    const InkPicture picture = pictureOf(sheet.scan());

    ASSERT_EQ(picture.pieces().size(), 1U);
    EXPECT_NEAR(picture.pieces().front().box.width, 55, 3);
}

TEST(InkPicture, DoesNotJoinStrokesThatEndBesideTheFrame)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.stroke({82.0, 148.5}, {84.3, 148.5});
    sheet.stroke({86.3, 148.5}, {88.6, 148.5});

    const InkPicture picture = pictureOf(sheet.scan());

    EXPECT_EQ(picture.pieces().size(), 2U);
}

TEST(InkPicture, TakesPaperNoiseForNothing)
{
    const InkPicture picture = pictureOf(test::WrittenSheet().scan());

    EXPECT_TRUE(picture.pieces().empty());
    EXPECT_EQ(cv::countNonZero(picture.ink()), 0);
}

TEST(InkPicture, LeavesSpecksOut)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.write("B", test::inCell(0));
    for (int i = 0; i < 8; ++i) {
        sheet.dot({87.0 + 1.6 * i, 147.0 + 0.4 * i}, 0.2);
    }

    const InkPicture picture = pictureOf(sheet.scan());

    EXPECT_EQ(picture.pieces().size(), 1U);
}

TEST(InkPicture, CountsFaintPencil)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.write("H", test::inCell(0), 4.5, {0.5, kFaintPencil});
    sheet.write("H", test::inCell(2), 4.5, {0.5, kFaintPencil});

    const InkPicture picture = pictureOf(sheet.scan());

    ASSERT_EQ(picture.pieces().size(), 2U);
    EXPECT_NEAR(picture.pieces().front().box.height, 45, 4);
}

TEST(InkPicture, CountsFaintPencilWithoutAFrame)
{
    test::WrittenSheet sheet;
    sheet.write("H", test::inCell(0), 4.5, {0.5, kFaintPencil});

    const InkPicture picture(partOf(sheet.scan()), {});

    EXPECT_EQ(picture.pieces().size(), 1U);
}

TEST(InkPicture, ReadsABlackAndWhiteScan)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.write("H", test::inCell(0));
    sheet.write("H", test::inCell(3));

    const InkPicture picture = pictureOf(sheet.scan(true));

    ASSERT_EQ(picture.pieces().size(), 2U);
    EXPECT_NEAR(picture.pieces().front().box.height, 45, 4);
}

TEST(InkPicture, FindsNothingOnAnEmptyBlackAndWhiteScan)
{
    const InkPicture picture = pictureOf(test::sheetWith(comb()).scan(true));

    EXPECT_TRUE(picture.pieces().empty());
}

TEST(InkPicture, SortsPiecesFromTheLeft)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    sheet.stroke({97.0, 146.5}, {97.0, 150.0});
    sheet.stroke({82.0, 148.5}, {82.0, 151.0});
    sheet.stroke({89.0, 146.5}, {89.0, 151.0});

    const InkPicture picture = pictureOf(sheet.scan());

    ASSERT_EQ(picture.pieces().size(), 3U);
    EXPECT_LT(picture.pieces()[0].box.x, picture.pieces()[1].box.x);
    EXPECT_LT(picture.pieces()[1].box.x, picture.pieces()[2].box.x);
}

} // namespace
} // namespace scanstraat::letters
