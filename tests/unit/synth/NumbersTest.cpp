// SPDX-License-Identifier: EUPL-1.2
#include "Numbers.h"

#include <gtest/gtest.h>

namespace scanstraat::synth {
namespace {

TEST(Numbers, ValidBsnPassesTheElfproef)
{
    Random random(1, 1);

    for (int i = 0; i < 200; ++i) {
        EXPECT_TRUE(passesElfproef(randomBsn(random, true)));
    }
}

TEST(Numbers, WrongBsnFailsTheElfproef)
{
    Random random(1, 2);

    for (int i = 0; i < 200; ++i) {
        EXPECT_FALSE(passesElfproef(randomBsn(random, false)));
    }
}

TEST(Numbers, NineZerosAreNoBsn)
{
    EXPECT_FALSE(passesElfproef("000000000"));
}

TEST(Numbers, RandomDayIsOnTheCalendar)
{
    Random random(1, 3);

    for (int i = 0; i < 500; ++i) {
        EXPECT_TRUE(randomDay(random, 1940, 2025).exists());
    }
}

TEST(Numbers, ImpossibleDayIsOnNoCalendar)
{
    Random random(1, 4);

    for (int i = 0; i < 200; ++i) {
        EXPECT_FALSE(impossibleDay(random, 1940, 2025).exists());
    }
}

TEST(Numbers, DayIsWrittenAsCellsAndAsIsoDate)
{
    const Day day{7, 3, 1985};

    EXPECT_EQ(day.digits(), "07031985");
    EXPECT_EQ(day.iso(), "1985-03-07");
}

} // namespace
} // namespace scanstraat::synth
