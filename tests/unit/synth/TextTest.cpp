// SPDX-License-Identifier: EUPL-1.2
#include "Text.h"

#include <gtest/gtest.h>

namespace scanstraat::synth {
namespace {

TEST(Text, CapitalsKeepTheirMarks)
{
    EXPECT_EQ(capitals("  Renée  d'Étoile "), "RENÉE D'ÉTOILE");
}

TEST(Text, LetterIsTakenApartIntoBaseAndMark)
{
    const Decomposed parts = decompose(U'É');

    EXPECT_EQ(parts.base, U'E');
    ASSERT_EQ(parts.marks.size(), 1u);
    EXPECT_EQ(parts.marks[0], char32_t{0x301});
}

TEST(Text, BarredLetterHasABase)
{
    EXPECT_EQ(withoutMarks("ŁUKASZ ØST"), "LUKASZ OST");
}

TEST(Text, PlainLetterHasNoMarks)
{
    EXPECT_TRUE(decompose(U'E').marks.empty());
}

TEST(Text, LinesBreakAtSpacesOnly)
{
    const auto lines = wrapped("EEN TWEE DRIE", 8, 5);

    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], "EEN TWEE");
    EXPECT_EQ(lines[1], "DRIE");
}

} // namespace
} // namespace scanstraat::synth
