// SPDX-License-Identifier: EUPL-1.2
// What is left of strokes on printed lines, as InkPicture sees it.
#include "letters/FrameEraser.h"

#include "letters/InkPicture.h"
#include "support/WrittenSheet.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace scanstraat::letters {
namespace {

const form::Field& comb()
{
    static const form::Field field = test::combField(4);
    return field;
}

InkPicture pictureOf(const test::WrittenSheet& sheet)
{
    return {{sheet.scan(), comb().box.grown(1.2), kInkPixelsPerMm}, comb().cells};
}

/// The picture of a stroke of 4 mm beside the left line of the second cell, `offsetMm` to the right of it.
InkPicture withStrokeAtLine(double offsetMm)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    const double x = comb().cells[1].x + offsetMm;
    sheet.stroke({x, 146.5}, {x, 150.5});
    return pictureOf(sheet);
}

TEST(FrameEraser, KeepsAStrokeThatLiesOnAPrintedLine)
{
    for (const double offsetMm : {-0.2, -0.1, 0.0, 0.1, 0.2}) {
        const InkPicture picture = withStrokeAtLine(offsetMm);

        ASSERT_EQ(picture.pieces().size(), 1U) << offsetMm;
        const Piece& piece = picture.pieces().front();
        EXPECT_NEAR(piece.box.height, 45, 6) << offsetMm;
        EXPECT_NEAR(piece.centroid.x, (comb().cells[1].x + offsetMm - 78.8) * kInkPixelsPerMm, 3.5);
    }
}

TEST(FrameEraser, TakesThePrintedLineFromAStrokeBesideIt)
{
    const InkPicture picture = withStrokeAtLine(0.45);

    ASSERT_EQ(picture.pieces().size(), 1U);
    const Piece& piece = picture.pieces().front();
    EXPECT_LE(piece.box.width, 7) << "the line's 2.5 pixels are not in it";
    EXPECT_NEAR(piece.box.height, 45, 6);
}

TEST(FrameEraser, KeepsABarThatLiesOnTheLowerLine)
{
    test::WrittenSheet sheet = test::sheetWith(comb());
    const double y = comb().cells[1].bottom() - 0.1;
    sheet.stroke({88.0, y - 4.0}, {88.0, y});
    sheet.stroke({88.0, y}, {90.5, y});

    const InkPicture picture = pictureOf(sheet);

    ASSERT_EQ(picture.pieces().size(), 1U);
    EXPECT_NEAR(picture.pieces().front().box.width, 30, 5) << "an L, not an I";
}

TEST(FrameEraser, AStrokeStaysWhereNoLineIsPrinted)
{
    test::WrittenSheet sheet;
    const double x = comb().cells[1].x;
    sheet.stroke({x, 146.5}, {x, 150.5});

    const InkPicture picture = pictureOf(sheet);

    ASSERT_EQ(picture.pieces().size(), 1U);
    EXPECT_NEAR(picture.pieces().front().box.height, 45, 6);
    EXPECT_NEAR(picture.pieces().front().box.width, 5, 2);
}

TEST(FrameEraser, PrintedLinesWithoutWritingGoAsAWhole)
{
    cv::Mat dark(120, 300, CV_8UC1, cv::Scalar(0));
    const std::vector<RectMm> frames{{2, 2, 5, 8}, {7, 2, 5, 8}};
    for (const RectMm& frame : frames) {
        cv::rectangle(dark, cv::Rect2d(frame.x * 10, frame.y * 10, frame.width * 10, frame.height * 10), 180,
                      3);
    }

    eraseFrames(dark, {0, 0, 30, 12}, frames, 180);

    EXPECT_EQ(cv::countNonZero(dark), 0);
}

} // namespace
} // namespace scanstraat::letters
