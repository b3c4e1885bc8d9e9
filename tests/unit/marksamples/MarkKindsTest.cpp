// SPDX-License-Identifier: EUPL-1.2
#include "marks/MarkKinds.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <map>

namespace scanstraat::train {
namespace {

using reading::MarkState;

constexpr int kTries = 300;
const RectMm kBox{20, 20, 4, 4};
const RectMm kNext{20, 28, 4, 4};

struct Drawn
{
    DrawnMark mark;
    double inside = 0.0;  ///< share of the box with ink
    double outside = 0.0; ///< ink more than 0.4 mm from the box, in square millimetres
};

/// Marks that count, of one state, with a pen of middling width.
std::vector<Drawn> drawMany(MarkState state, Mix mix)
{
    constexpr double kScale = 12.0;
    Dice dice(5);
    std::vector<Drawn> all;
    for (int i = 0; i < kTries; ++i) {
        Layer layer({4, 4, 36, 36}, kScale);
        const Tool pen{dice.between(0.3, 0.8), 200.0, 0.1, 0.0};
        const DrawnMark mark = drawKind(state, {layer, pen, kBox, kNext}, mix, dice);
        if (!mark.state) {
            continue;
        }
        const double inside = layer.coverage(kBox);
        const RectMm near = kBox.grown(0.4);
        cv::Mat away = layer.ink.clone();
        away(cv::Rect(cvRound((near.x - layer.area.x) * kScale), cvRound((near.y - layer.area.y) * kScale),
                      cvRound(near.width * kScale), cvRound(near.height * kScale))) = 0;
        all.push_back({mark, inside, cv::countNonZero(away > 80) / (kScale * kScale)});
    }
    return all;
}

class MarkKinds : public testing::TestWithParam<Mix>
{
};

TEST_P(MarkKinds, MostMarksCount)
{
    for (const MarkState state : {MarkState::empty, MarkState::crossed, MarkState::blackened,
                                  MarkState::recrossed, MarkState::unclear}) {
        EXPECT_GT(drawMany(state, GetParam()).size(), kTries / 2U) << toString(state);
    }
}

TEST_P(MarkKinds, ABlackenedBoxIsCoveredAndACrossLeavesPaper)
{
    for (const Drawn& drawn : drawMany(MarkState::blackened, GetParam())) {
        EXPECT_GE(drawn.inside, 0.65) << drawn.mark.kind;
    }
    for (const Drawn& drawn : drawMany(MarkState::crossed, GetParam())) {
        EXPECT_GE(drawn.inside, 0.02) << drawn.mark.kind;
        EXPECT_LE(drawn.inside, 0.92) << drawn.mark.kind;
    }
}

TEST_P(MarkKinds, ABoxMarkedAgainHasStrokesThatLeaveIt)
{
    for (const Drawn& drawn : drawMany(MarkState::recrossed, GetParam())) {
        EXPECT_GE(drawn.inside, 0.7) << drawn.mark.kind;
        EXPECT_GT(drawn.outside, 0.0) << drawn.mark.kind;
    }
}

TEST_P(MarkKinds, AnEmptyBoxHasNothingButTracesInside)
{
    for (const Drawn& drawn : drawMany(MarkState::empty, GetParam())) {
        EXPECT_LE(drawn.inside * drawn.mark.strength, 0.2) << drawn.mark.kind;
    }
}

TEST_P(MarkKinds, AMarkBesideTheBoxStaysOutOfIt)
{
    int beside = 0;
    for (const Drawn& drawn : drawMany(MarkState::unclear, GetParam())) {
        if (drawn.mark.beside) {
            EXPECT_LT(drawn.inside, 0.02) << drawn.mark.kind;
            ++beside;
        }
    }
    EXPECT_GT(beside, 10);
}

INSTANTIATE_TEST_SUITE_P(Mixes, MarkKinds, testing::Values(Mix::even, Mix::real, Mix::odd));

TEST(MarkKindsOfCrosses, AllOccurAndThePlainCrossIsTheMostCommon)
{
    std::map<int, int> counts;
    for (const Drawn& drawn : drawMany(MarkState::crossed, Mix::real)) {
        ++counts[drawn.mark.kind];
    }

    EXPECT_EQ(counts.size(), 10U);
    for (const auto& [kind, count] : counts) {
        EXPECT_LE(count, counts[20]) << kind;
    }
}

} // namespace
} // namespace scanstraat::train
