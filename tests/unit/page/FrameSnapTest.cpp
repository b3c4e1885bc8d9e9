// SPDX-License-Identifier: EUPL-1.2
#include "page/FrameSnap.h"

#include "page/SheetMap.h"
#include "support/DrawnSheet.h"

#include <gtest/gtest.h>

namespace scanstraat::page {
namespace {

constexpr double kPixelsPerMm = 300 / 25.4;

std::vector<RectMm> comb(int cells)
{
    std::vector<RectMm> frames;
    for (int i = 0; i < cells; ++i) {
        frames.push_back({60.0 + 5.0 * i, 100.0, 5.0, 7.0});
    }
    return frames;
}

void drawFrames(cv::Mat& sheet, const std::vector<RectMm>& frames, PointMm shift)
{
    const double scale = test::kFinePixelsPerMm;
    for (const RectMm& frame : frames) {
        const cv::Rect outer(cvRound((frame.x + shift.x) * scale), cvRound((frame.y + shift.y) * scale),
                             cvRound(frame.width * scale), cvRound(frame.height * scale));
        const int line = cvRound(0.25 * scale);
        cv::Mat inside =
            sheet(cv::Rect(outer.x + line, outer.y + line, outer.width - 2 * line, outer.height - 2 * line))
                .clone();
        sheet(outer).setTo(40);
        inside.copyTo(sheet(cv::Rect(outer.x + line, outer.y + line, inside.cols, inside.rows)));
    }
}

RegisteredPage pageOf(const cv::Mat& sheet)
{
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.6, {2600, 3600});
    return {{test::scanSheet(sheet, test::kFinePixelsPerMm, map, {2600, 3600}), Dpi{300}, false, {1, 1}},
            registrationOf(map)};
}

TEST(FrameSnap, FindsACombThatLiesOff)
{
    cv::Mat sheet = test::drawSheet({});
    const PointMm off{0.6, -0.5};
    drawFrames(sheet, comb(9), off);

    const Snap snap = snapToFrame(pageOf(sheet), comb(9));

    EXPECT_NEAR(snap.shift.x, off.x, 0.1);
    EXPECT_NEAR(snap.shift.y, off.y, 0.1);
    EXPECT_GT(snap.strength, 0.8);
}

TEST(FrameSnap, IsNotLedAstrayByABlackenedBox)
{
    cv::Mat sheet = test::drawSheet({});
    const std::vector<RectMm> box{{80, 120, 4, 4}};
    const PointMm off{-0.4, 0.3};
    drawFrames(sheet, box, off);
    sheet(cv::Rect(cvRound((80 + off.x) * 20), cvRound((120 + off.y) * 20), 80, 80)).setTo(50);

    const Snap snap = snapToFrame(pageOf(sheet), box);

    EXPECT_NEAR(snap.shift.x, off.x, 0.25);
    EXPECT_NEAR(snap.shift.y, off.y, 0.25);
}

TEST(FrameSnap, SaysWhichFrameIsNotThere)
{
    cv::Mat sheet = test::drawSheet({});
    const std::vector<RectMm> boxes{{80, 120, 4, 4}, {80, 128, 4, 4}};
    drawFrames(sheet, {boxes[0]}, {});

    const Snap snap = snapToFrame(pageOf(sheet), boxes);

    ASSERT_EQ(snap.strengths.size(), 2U);
    EXPECT_GT(snap.strengths[0], 0.9);
    EXPECT_LT(snap.strengths[1], 0.1);
}

void whiten(cv::Mat& sheet, const RectMm& area)
{
    const double scale = test::kFinePixelsPerMm;
    sheet(cv::Rect(cvRound(area.x * scale), cvRound(area.y * scale), cvRound(area.width * scale),
                   cvRound(area.height * scale)))
        .setTo(255);
}

TEST(FrameSnap, MeasuresWhatIsHidden)
{
    cv::Mat sheet = test::drawSheet({});
    drawFrames(sheet, comb(9), {});
    const double before = snapToFrame(pageOf(sheet), comb(9)).hiddenMm;
    whiten(sheet, {72, 98, 12, 11});

    EXPECT_EQ(before, 0.0);
    EXPECT_NEAR(snapToFrame(pageOf(sheet), comb(9)).hiddenMm, 12.0, 0.8);
}

TEST(FrameSnap, HidesNothingWhereOneLineIsMissing)
{
    cv::Mat sheet = test::drawSheet({});
    drawFrames(sheet, comb(9), {});
    whiten(sheet, {55, 99, 60, 1.5});

    EXPECT_EQ(snapToFrame(pageOf(sheet), comb(9)).hiddenMm, 0.0);
}

TEST(FrameSnap, HidesAlmostNothingWhereTheLinesAreBroken)
{
    cv::Mat sheet = test::drawSheet({});
    drawFrames(sheet, comb(9), {});
    for (int gap = 0; gap < 20; ++gap) {
        whiten(sheet, {60.5 + 2.2 * gap, 98, 0.7, 11});
    }

    const double hidden = snapToFrame(pageOf(sheet), comb(9)).hiddenMm;
    EXPECT_GT(hidden, 0.2);
    EXPECT_LT(hidden, 1.2);
}

TEST(FrameSnap, StaysWhereItIsWithoutAFrame)
{
    const Snap snap = snapToFrame(pageOf(test::drawSheet({})), comb(9));

    EXPECT_EQ(snap.shift, (PointMm{0, 0}));
    EXPECT_EQ(snap.strength, 0.0);
}

} // namespace
} // namespace scanstraat::page
