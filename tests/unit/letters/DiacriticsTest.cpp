// SPDX-License-Identifier: EUPL-1.2
#include "letters/Diacritics.h"

#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

TEST(Diacritics, PutsAMarkOnALetter)
{
    EXPECT_EQ(composed('E', 0x301), "É");
    EXPECT_EQ(composed('C', 0x327), "Ç");
    EXPECT_EQ(composed('N', 0x303), "Ñ");
}

TEST(Diacritics, TakesATextApart)
{
    EXPECT_EQ(tokensOf("ŁÓDŹ, SYRIË"), U"L\u0335O\u0301DZ\u0301, SYRIE\u0308");
    EXPECT_EQ(tokensOf(""), U"");
}

TEST(Diacritics, KnowsWhatNoNameHas)
{
    EXPECT_FALSE(composed('K', 0x301).has_value());
    EXPECT_FALSE(composed('3', 0x301).has_value());
}

TEST(Diacritics, TellsMarksFromCharacters)
{
    EXPECT_TRUE(isCombining(0x301));
    EXPECT_FALSE(isCombining(U'E'));
    EXPECT_FALSE(isCombining(U'É'));
}

} // namespace
} // namespace scanstraat::letters
