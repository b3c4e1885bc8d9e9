// SPDX-License-Identifier: EUPL-1.2
#include "marks/GroupPosterior.h"

#include <gtest/gtest.h>

#include <numeric>

namespace scanstraat::marks {
namespace {

constexpr StateProbabilities kFrequencies{0.7, 0.25, 0.03, 0.014, 0.006};
constexpr StateProbabilities kEmpty{0.9996, 0.0001, 0.0001, 0.0001, 0.0001};
constexpr StateProbabilities kCrossed{0.0001, 0.9996, 0.0001, 0.0001, 0.0001};
constexpr StateProbabilities kFaint{0.5, 0.5, 0.0, 0.0, 0.0};
constexpr StateProbabilities kBlack{0.0001, 0.0001, 0.9996, 0.0001, 0.0001};
constexpr std::size_t kCross = 1;

GroupPosterior oneOf(std::vector<StateProbabilities> seen, double odd = 0.0)
{
    return {seen, kFrequencies, GroupKind::oneOf, odd};
}

double justMarked(const GroupPosterior& group, std::vector<std::size_t> marked)
{
    return group.justMarked(marked);
}

TEST(GroupPosterior, ProbabilitiesOfABoxSumToOne)
{
    const GroupPosterior group = oneOf({kCrossed, kFaint, kEmpty, kBlack});

    for (std::size_t i = 0; i < 4; ++i) {
        const StateProbabilities box = group.box(i);
        EXPECT_NEAR(std::accumulate(box.begin(), box.end(), 0.0), 1.0, 1e-12);
    }
}

TEST(GroupPosterior, AFaintMarkBesideAClearCrossIsRatherDirt)
{
    EXPECT_LT(oneOf({kCrossed, kFaint, kEmpty}).box(1)[kCross], 0.2);
}

TEST(GroupPosterior, AnOddHandKeepsNoRule)
{
    EXPECT_NEAR(oneOf({kCrossed, kFaint, kEmpty}, 1.0).box(1)[kCross], 0.5, 1e-9);
    const double halfOdd = oneOf({kCrossed, kFaint, kEmpty}, 0.5).box(1)[kCross];
    EXPECT_GT(halfOdd, oneOf({kCrossed, kFaint, kEmpty}).box(1)[kCross]);
    EXPECT_LT(halfOdd, 0.5);
}

TEST(GroupPosterior, AFaintMarkAloneInItsGroupIsRatherTheAnswer)
{
    EXPECT_GT(oneOf({kEmpty, kFaint, kEmpty}).box(1)[kCross], 0.8);
}

TEST(GroupPosterior, ClearMarksWinOverWhatIsUsual)
{
    const GroupPosterior group = oneOf({kCrossed, kCrossed, kEmpty});

    EXPECT_GT(group.box(0)[kCross], 0.99);
    EXPECT_GT(group.box(1)[kCross], 0.99);
    EXPECT_GT(justMarked(group, {0, 1}), 0.98);
}

TEST(GroupPosterior, AnswersShareTheProbability)
{
    const GroupPosterior group = oneOf({kFaint, kFaint});

    const double sum =
        group.allEmpty() + justMarked(group, {0}) + justMarked(group, {1}) + justMarked(group, {0, 1});

    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_GT(justMarked(group, {0}), group.allEmpty());
}

TEST(GroupPosterior, ABlackenedBoxIsNoAnswerAndNotEmpty)
{
    const GroupPosterior group = oneOf({kBlack, kEmpty});

    EXPECT_GT(group.justBlackened(0), 0.99);
    EXPECT_LT(group.allEmpty(), 0.01);
    EXPECT_LT(justMarked(group, {0}), 0.01);
}

TEST(GroupPosterior, BoxesOfAnyOfTellNothingOfEachOther)
{
    const std::vector<StateProbabilities> seen{kCrossed, kFaint};

    const GroupPosterior group(seen, kFrequencies, GroupKind::anyOf);

    EXPECT_NEAR(group.box(1)[kCross], 0.5, 1e-12);
}

TEST(GroupPosterior, ABoxAloneIsJudgedByItself)
{
    EXPECT_NEAR(oneOf({kFaint}).box(0)[kCross], 0.5, 1e-12);
}

} // namespace
} // namespace scanstraat::marks
