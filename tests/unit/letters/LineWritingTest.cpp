// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineWriting.h"

#include "letters/LineRecogniser.h"

#include "support/WrittenSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

using test::lineField;
using test::sheetWith;
using test::WrittenSheet;

constexpr double kBaselineMm = 146.4;
constexpr double kPitchMm = 4.8;

/// A line of the field on a sheet, as a LineRecogniser gets it.
struct Line
{
    explicit Line(const WrittenSheet& sheet) : page(sheet.scan()) {}

    [[nodiscard]] LineWriting writing() const
    {
        return findWriting(picture(), picture().part().toPixels(frame()));
    }
    [[nodiscard]] LinePicture line() const { return linePicture(picture(), writing()); }

    [[nodiscard]] static RectMm frame() { return lineField(1).box; }
    [[nodiscard]] const InkPicture& picture() const
    {
        if (!picture_) {
            const RectMm box = frame();
            picture_.emplace(page::PagePart(page, box.grown(0.8), kInkPixelsPerMm), std::span(&box, 1));
        }
        return *picture_;
    }

    page::RegisteredPage page;

private:
    mutable std::optional<InkPicture> picture_;
};

TEST(LineWriting, MeasuresCapitalsAndTheirFeet)
{
    WrittenSheet sheet = sheetWith(lineField(1));
    sheet.writeApart("HEKEN", {83, kBaselineMm}, kPitchMm);
    const Line line(sheet);

    const LineWriting writing = line.writing();

    EXPECT_EQ(writing.pieces.size(), 5U);
    const double foot = line.picture().part().area().y + writing.baselineAt(0) / kInkPixelsPerMm;
    EXPECT_NEAR(foot, kBaselineMm, 0.4);
    EXPECT_NEAR(writing.slope, 0.0, 0.01);
    EXPECT_FALSE(writing.hasScratch);
}

TEST(LineWriting, FollowsALineThatRunsDown)
{
    WrittenSheet sheet = sheetWith(lineField(1));
    for (int i = 0; i < 8; ++i) {
        sheet.writeApart("H", {83 + kPitchMm * i, kBaselineMm - 1.0 + 0.2 * i}, kPitchMm);
    }

    EXPECT_NEAR(Line(sheet).writing().slope, 0.2 / kPitchMm, 0.01);
}

TEST(LineWriting, TwoLettersTellNoSlope)
{
    WrittenSheet sheet = sheetWith(lineField(1));
    sheet.writeApart("H", {83, kBaselineMm}, kPitchMm);
    sheet.writeApart("H", {103, kBaselineMm - 1.0}, kPitchMm);

    EXPECT_EQ(Line(sheet).writing().slope, 0.0);
}

TEST(LineWriting, LeavesOutAStrokeFarBehindTheText)
{
    WrittenSheet sheet = sheetWith(lineField(1));
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    sheet.stroke({126, 143}, {126, 146});

    const LineWriting writing = Line(sheet).writing();

    EXPECT_TRUE(writing.hasScratch);
    EXPECT_EQ(writing.pieces.size(), 3U);
}

TEST(LineWriting, TheLineHasCapitalsOfOneSizeOnOneBase)
{
    for (const double pitch : {3.6, 4.8}) {
        WrittenSheet sheet = sheetWith(lineField(1));
        sheet.writeApart("HEKEN", {83, kBaselineMm}, pitch);

        const cv::Mat line = Line(sheet).line().line;
        const cv::Rect ink = cv::boundingRect(line > 100);

        EXPECT_EQ(line.rows, kLineHeight);
        EXPECT_NEAR(ink.height, kLineCapital, 2);
        EXPECT_NEAR(ink.br().y, kLineBase, 2);
        EXPECT_LE(line.cols, kLineWidest);
    }
}

TEST(LineWriting, TellsWhereTheLinesPixelsComeFrom)
{
    WrittenSheet sheet = sheetWith(lineField(1));
    sheet.writeApart("HEKEN", {83, kBaselineMm}, kPitchMm);
    const Line line(sheet);

    const LinePicture picture = line.line();
    const cv::Rect ink = cv::boundingRect(picture.line > 100);
    const double left = (picture.left + ink.x * picture.scaleX) / kInkPixelsPerMm;

    EXPECT_NEAR(line.picture().part().area().x + left, 83.0, 0.5);
}

} // namespace
} // namespace scanstraat::letters
