// SPDX-License-Identifier: EUPL-1.2
#include "marktest/InkCheck.h"

#include "Sheet.h"

#include <gtest/gtest.h>

namespace scanstraat::marktest {
namespace {

/// Ink of an area around a box of 4 mm with its top left at (10, 10).
cv::Mat noInk()
{
    const int side = cvRound((4.0 + 2 * kInkMarginMm) * synth::kSheetPixelsPerMm);
    return {side, side, CV_8U, cv::Scalar(0)};
}

MarkPlace place()
{
    MarkPlace result;
    result.box = {10.0, 10.0, 4.0, 4.0};
    result.frameMm = 0.5;
    return result;
}

void ink(cv::Mat& picture, const RectMm& area)
{
    const double scale = synth::kSheetPixelsPerMm;
    const double origin = 10.0 - kInkMarginMm;
    picture(cv::Rect(cvRound((area.x - origin) * scale), cvRound((area.y - origin) * scale),
                     cvRound(area.width * scale), cvRound(area.height * scale)))
        .setTo(200);
}

TEST(InkCheck, NothingDrawnIsNothing)
{
    const InkFacts facts = measureInk(noInk(), place(), 30);

    EXPECT_EQ(facts.share, 0.0);
    EXPECT_EQ(facts.outMm, 0.0);
    EXPECT_EQ(facts.paperSides, 4);
}

TEST(InkCheck, LeftPartOfTheInsideIsItsShare)
{
    cv::Mat picture = noInk();
    ink(picture, {10.5, 10.5, 1.2, 3.0});

    const InkFacts facts = measureInk(picture, place(), 30);

    EXPECT_NEAR(facts.share, 0.4, 0.02);
    EXPECT_EQ(facts.paperSides, 3);
}

TEST(InkCheck, SaysHowFarInkRunsOut)
{
    cv::Mat picture = noInk();
    ink(picture, {13.0, 12.0, 2.5, 0.5});

    EXPECT_NEAR(measureInk(picture, place(), 30).outMm, 1.5, 0.1);
}

TEST(InkCheck, CornersOfARoundBoxAreOutside)
{
    MarkPlace round = place();
    round.round = true;
    cv::Mat picture = noInk();
    ink(picture, {10.5, 10.5, 0.4, 0.4});

    EXPECT_EQ(measureInk(picture, round, 30).share, 0.0);
    EXPECT_GT(measureInk(picture, place(), 30).share, 0.01);
}

TEST(InkCheck, LimitsBindShareAndReach)
{
    const InkLimits limits{0.8, 1.0, 0.8, 3.0, false};

    EXPECT_TRUE(holds({0.9, 1.0, 0}, limits));
    EXPECT_FALSE(holds({0.7, 1.0, 0}, limits));
    EXPECT_FALSE(holds({0.9, 0.5, 0}, limits));
    EXPECT_FALSE(holds({0.9, 3.5, 0}, limits));
}

} // namespace
} // namespace scanstraat::marktest
