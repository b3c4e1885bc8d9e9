// SPDX-License-Identifier: EUPL-1.2
#include "rules/TextForm.h"

#include <gtest/gtest.h>

namespace scanstraat::rules {
namespace {

TEST(TextForm, MakesCapitalsOfLettersWithDiacritics)
{
    EXPECT_EQ(upperCase("josé çelik öztürk ščit łódź"), "JOSÉ ÇELIK ÖZTÜRK ŠČIT ŁÓDŹ");
    EXPECT_EQ(upperCase("A1-'./"), "A1-'./");
}

TEST(TextForm, LeavesOneSpaceBetweenWordsAndNoneAtTheEnds)
{
    EXPECT_EQ(singleSpaced("  VAN \n DER  BERG "), "VAN DER BERG");
    EXPECT_EQ(singleSpaced(" \n"), "");
    EXPECT_EQ(withoutSpaces(" 1234 AB"), "1234AB");
}

TEST(TextForm, FoldsDiacriticsAndSignsForComparing)
{
    EXPECT_EQ(folded("Bosnië-Herzegovina"), "BOSNIE HERZEGOVINA");
    EXPECT_EQ(folded("Curaçao"), "CURACAO");
    EXPECT_EQ(folded("ŁÓDŹ"), "LODZ");
}

TEST(TextForm, KeepsDigitsOnlyAndKnowsThem)
{
    EXPECT_EQ(digitsOf("07-03-1985"), "07031985");
    EXPECT_TRUE(isDigits("0123"));
    EXPECT_FALSE(isDigits(""));
    EXPECT_FALSE(isDigits("12a"));
}

} // namespace
} // namespace scanstraat::rules
