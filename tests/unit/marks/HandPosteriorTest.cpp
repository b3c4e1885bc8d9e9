// SPDX-License-Identifier: EUPL-1.2
#include "marks/HandPosterior.h"

#include <gtest/gtest.h>

#include <cmath>

namespace scanstraat::marks {
namespace {

constexpr std::array<StateProbabilities, kHands> kFrequencies{StateProbabilities{0.7, 0.25, 0.03, 0.01, 0.01},
                                                              StateProbabilities{0.4, 0.3, 0.1, 0.1, 0.1}};
constexpr double kOdd = 0.02;
constexpr StateProbabilities kEmpty{1.0, 0.0, 0.0, 0.0, 0.0};
constexpr StateProbabilities kCrossed{0.0, 1.0, 0.0, 0.0, 0.0};
constexpr StateProbabilities kUnclear{0.0, 0.0, 0.0, 0.0, 1.0};

double oddAfter(int boxes, const StateProbabilities& box)
{
    HandPosterior hand(kFrequencies, kOdd);
    for (int i = 0; i < boxes; ++i) {
        hand.add(box);
    }
    return hand.odd();
}

TEST(HandPosterior, BeforeAnyBoxIsTheShareOfOddPages)
{
    EXPECT_NEAR(oddAfter(0, kEmpty), kOdd, 1e-9);
}

TEST(HandPosterior, OrdinaryMarksSpeakForAUsualHand)
{
    EXPECT_LT(oddAfter(10, kEmpty), kOdd / 5);
}

TEST(HandPosterior, OneOddMarkIsNoOddHandSeveralAre)
{
    EXPECT_LT(oddAfter(1, kUnclear), 0.1);
    EXPECT_GT(oddAfter(6, kUnclear), 0.9);
}

TEST(HandPosterior, ABoxOfWhichNothingIsKnownTellsNothing)
{
    EXPECT_NEAR(oddAfter(1, kFrequencies[0]), kOdd, 1e-9); // the ratios' mean is 1
}

TEST(HandPosterior, DoesNotDependOnTheOrderOfTheBoxes)
{
    HandPosterior one(kFrequencies, kOdd);
    HandPosterior other(kFrequencies, kOdd);
    one.add(kCrossed);
    one.add(kUnclear);
    other.add(kUnclear);
    other.add(kCrossed);

    EXPECT_DOUBLE_EQ(one.odd(), other.odd());
}

TEST(HandPosterior, CountsABoxForHalf)
{
    // Odds 0.02 / 0.98 by the root of 0.1 / 0.01.
    const double odds = kOdd / (1.0 - kOdd) * std::sqrt(10.0);

    EXPECT_NEAR(oddAfter(1, kUnclear), odds / (1.0 + odds), 1e-9);
}

TEST(HandPosterior, ManyBoxesDoNotOverflow)
{
    EXPECT_DOUBLE_EQ(oddAfter(20'000, kUnclear), 1.0);
    EXPECT_NEAR(oddAfter(20'000, kEmpty), 0.0, 1e-12);
}

TEST(HandPosterior, MixesBothOpinions)
{
    const StateProbabilities result = mixed(kEmpty, kUnclear, 0.25);

    EXPECT_DOUBLE_EQ(result[0], 0.75);
    EXPECT_DOUBLE_EQ(result[4], 0.25);
}

} // namespace
} // namespace scanstraat::marks
