// SPDX-License-Identifier: EUPL-1.2
#include "print/Code39.h"

#include "base/Error.h"

#include <gtest/gtest.h>

namespace scanstraat::print {
namespace {

TEST(Code39, SymbolStartsAndEndsWithTheSameCharacterAsTheAsterisk)
{
    const auto bars = code39Bars("7112");

    ASSERT_EQ(bars.size(), 6U * 5U);
    for (std::size_t bar = 0; bar < 5; ++bar) {
        EXPECT_NEAR(bars[bar].width, bars[bars.size() - 5 + bar].width, 1e-12);
    }
}

TEST(Code39, BarsFillTheSymbolFromEdgeToEdgeWithoutTouching)
{
    const auto bars = code39Bars("AZ-09");

    EXPECT_DOUBLE_EQ(bars.front().start, 0.0);
    EXPECT_NEAR(bars.back().start + bars.back().width, 1.0, 1e-12);
    for (std::size_t bar = 1; bar < bars.size(); ++bar) {
        EXPECT_GT(bars[bar].start, bars[bar - 1].start + bars[bar - 1].width);
    }
}

TEST(Code39, WideBarsAreTwoAndAHalfTimesNarrowOnes)
{
    double narrowest = 1.0;
    double widest = 0.0;
    for (const Bar& bar : code39Bars("7112")) {
        narrowest = std::min(narrowest, bar.width);
        widest = std::max(widest, bar.width);
    }

    EXPECT_NEAR(widest / narrowest, 2.5, 1e-9);
}

TEST(Code39, CharactersOutsideTheAlphabetAreRefused)
{
    EXPECT_THROW((void)code39Bars("71a2"), Error);
    EXPECT_THROW((void)code39Bars("71é2"), Error);
}

} // namespace
} // namespace scanstraat::print
