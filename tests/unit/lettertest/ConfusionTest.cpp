// SPDX-License-Identifier: EUPL-1.2
#include "lettertest/Confusion.h"

#include <gtest/gtest.h>

namespace scanstraat::lettertest {
namespace {

TEST(Confusion, PairsWhatStandsInTheSamePlace)
{
    Confusion confusion;

    confusion.add("HEKEN", "MEKEN");

    EXPECT_EQ(confusion.count("H", "M"), 1);
    EXPECT_EQ(confusion.count("E", "E"), 2);
    EXPECT_EQ(confusion.characters(), 5);
    EXPECT_EQ(confusion.errors(), 1);
}

TEST(Confusion, AMissingCharacterDoesNotShiftTheOthers)
{
    Confusion confusion;

    confusion.add("VAN DIJK", "VANDIJK");
    confusion.add("ADA", "AIDA");

    EXPECT_EQ(confusion.count(" ", ""), 1);
    EXPECT_EQ(confusion.count("", "I"), 1);
    EXPECT_EQ(confusion.errors(), 2);
    EXPECT_EQ(confusion.mistakes().size(), 2U);
}

TEST(Confusion, CharactersAreNotBytes)
{
    Confusion confusion;

    confusion.add("ÇELİK", "CELIK");

    EXPECT_EQ(confusion.characters(), 5);
    EXPECT_EQ(confusion.count("Ç", "C"), 1);
    EXPECT_EQ(confusion.written("İ"), 1);
}

TEST(Confusion, TheMostFrequentMistakeComesFirst)
{
    Confusion confusion;
    confusion.add("0", "O");
    confusion.add("11", "77");

    const auto mistakes = confusion.mistakes();

    ASSERT_EQ(mistakes.size(), 2U);
    EXPECT_EQ(mistakes[0].written, "1");
    EXPECT_EQ(mistakes[0].read, "7");
    EXPECT_EQ(mistakes[0].count, 2);
}

TEST(Confusion, NothingReadIsAllMissing)
{
    Confusion confusion;

    confusion.add("AB", "");

    EXPECT_EQ(confusion.errors(), 2);
    EXPECT_EQ(confusion.count("A", ""), 1);
    EXPECT_EQ(confusion.alphabet(), (std::vector<std::string>{"A", "B"}));
}

} // namespace
} // namespace scanstraat::lettertest
