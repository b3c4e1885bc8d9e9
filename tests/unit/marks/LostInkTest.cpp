// SPDX-License-Identifier: EUPL-1.2
#include "marks/LostInk.h"

#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

const LostInk kLost{0.01,
                    {{0.1, 0.1}, {1.0, 30.0}},
                    {{0.5, 20.0}, {0.9, 3.0}, {1.0, 0.1}},
                    {{0, 0.2}, {1, 1.0}, {2, 4.0}, {100, 25.0}},
                    0.001};

double shareFor(double factor)
{
    const double odds = factor * 0.01 / 0.99;
    return odds / (1.0 + odds);
}

struct Page
{
    bool bitonal = true;
    bool written = true;
    float broken = 0.0F;
    float othersMarked = 0.5F;
    float othersPeak = 1.0F;
    int halfSeen = 1;

    [[nodiscard]] double share() const
    {
        Clues clues{};
        const auto set = [&](Clue clue, float value) { clues[static_cast<std::size_t>(clue)] = value; };
        set(Clue::bitonal, bitonal ? 1.0F : 0.0F);
        set(Clue::penKnown, written ? 1.0F : 0.0F);
        set(Clue::penBroken, broken);
        set(Clue::othersMarked, othersMarked);
        set(Clue::othersPeak, othersPeak);
        return kLost.share(clues, {.halfSeen = halfSeen});
    }
};

TEST(LostInk, ScansWithGreysLoseNextToNothing)
{
    EXPECT_EQ((Page{.bitonal = false, .broken = 1.0F}.share()), 0.001);
}

TEST(LostInk, WritingAndMarksAreTwoWitnesses)
{
    EXPECT_DOUBLE_EQ((Page{.broken = 0.05F, .othersPeak = 0.95F}.share()), shareFor(0.1 * 0.1));
    EXPECT_DOUBLE_EQ((Page{.broken = 0.05F, .othersPeak = 0.4F}.share()), shareFor(0.1 * 20.0));
    EXPECT_DOUBLE_EQ((Page{.broken = 0.9F, .othersPeak = 0.4F}.share()), shareFor(30.0 * 20.0));
}

TEST(LostInk, EitherMayBeMissing)
{
    EXPECT_DOUBLE_EQ((Page{.written = false, .broken = 1.0F, .othersPeak = 0.4F}.share()), shareFor(20.0));
    EXPECT_DOUBLE_EQ((Page{.broken = 0.9F, .othersMarked = 0.0F, .othersPeak = 0.0F}.share()),
                     shareFor(30.0));
}

TEST(LostInk, WhereCrossesAreHalfLostOthersAreLostWhole)
{
    const Page firm{.written = false, .othersPeak = 0.7F};
    const auto with = [&](int halfSeen) {
        Page page = firm;
        page.halfSeen = halfSeen;
        return page.share();
    };
    EXPECT_DOUBLE_EQ(with(0), shareFor(3.0 * 0.2));
    EXPECT_DOUBLE_EQ(with(2), shareFor(3.0 * 4.0));
    EXPECT_DOUBLE_EQ(with(7), shareFor(3.0 * 25.0));
}

TEST(LostInk, FirmInkDoesNotReassureWhereCrossesAreHalfLost)
{
    EXPECT_DOUBLE_EQ((Page{.broken = 0.05F, .halfSeen = 2}.share()), shareFor(0.1 * 0.1 * 4.0));
    EXPECT_DOUBLE_EQ((Page{.broken = 0.05F, .halfSeen = 3}.share()), shareFor(25.0));
    EXPECT_DOUBLE_EQ((Page{.broken = 0.9F, .halfSeen = 3}.share()), shareFor(30.0 * 25.0));
}

TEST(LostInk, HalfSeenIsBetweenEmptyAndCrossedAndNothingElse)
{
    EXPECT_TRUE(isHalfSeen({0.97, 0.03, 0.0, 0.0, 0.0}));
    EXPECT_TRUE(isHalfSeen({0.05, 0.90, 0.0, 0.0, 0.05}));
    EXPECT_FALSE(isHalfSeen({0.995, 0.005, 0.0, 0.0, 0.0}));
    EXPECT_FALSE(isHalfSeen({0.002, 0.998, 0.0, 0.0, 0.0}));
    EXPECT_FALSE(isHalfSeen({0.40, 0.40, 0.0, 0.0, 0.20})) << "may be something else altogether";
}

TEST(LostInk, MarksThatAreSeenSpeakAgainstLosses)
{
    Clues pale{};
    pale[static_cast<std::size_t>(Clue::bitonal)] = 1.0F;
    pale[static_cast<std::size_t>(Clue::penKnown)] = 1.0F;
    pale[static_cast<std::size_t>(Clue::penBroken)] = 0.9F;
    const double alone = kLost.share(pale, {});

    EXPECT_LT(kLost.share(pale, {20.0, 1.0}), alone / 20);
    EXPECT_GT(kLost.share(pale, {5.0, 4.0}), alone / 2) << "many groups are bare, too";
    EXPECT_LE(kLost.share(pale, {0.0, 10.0}), alone);
    EXPECT_DOUBLE_EQ(kLost.share(pale, {20.0, 1.0, 1.0}), alone) << "an odd hand";
}

TEST(LostInk, BeyondTheLastStepItHolds)
{
    EXPECT_DOUBLE_EQ((Page{.written = false, .othersPeak = 1.7F}.share()), shareFor(0.1));
}

TEST(LostInk, APageThatShowsNothingWasLeftEmpty)
{
    EXPECT_EQ((Page{.written = false, .othersMarked = 0.0F, .othersPeak = 0.0F}.share()), 0.001);
}

} // namespace
} // namespace scanstraat::marks
