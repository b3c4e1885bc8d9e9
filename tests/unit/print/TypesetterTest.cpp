// SPDX-License-Identifier: EUPL-1.2
#include "print/Typesetter.h"

#include <gtest/gtest.h>

namespace scanstraat::print {
namespace {

TEST(Typesetter, WidthGrowsInProportionToTheSize)
{
    const double small = textWidthMm("Geboortedatum", {8.0, false});
    const double large = textWidthMm("Geboortedatum", {16.0, false});

    EXPECT_NEAR(large / small, 2.0, 0.01);
}

TEST(Typesetter, BoldTextIsWider)
{
    EXPECT_GT(textWidthMm("Geboortedatum", {9.0, true}), textWidthMm("Geboortedatum", {9.0, false}));
}

TEST(Typesetter, WrappedLinesFitAndLoseNoWord)
{
    const std::string text = "Kruis het vakje van uw keuze aan en vul daarna de volgende vraag in";
    std::string joined;
    for (const std::string& line : wrapText(text, {9.0, false}, 40.0)) {
        EXPECT_LE(textWidthMm(line, {9.0, false}), 40.0);
        joined += (joined.empty() ? "" : " ") + line;
    }

    EXPECT_EQ(joined, text);
}

TEST(Typesetter, NothingToWrapGivesNoLines)
{
    EXPECT_TRUE(wrapText("", {9.0, false}, 40.0).empty());
    EXPECT_TRUE(wrapText("   ", {9.0, false}, 40.0).empty());
}

TEST(Typesetter, TheTypefaceIsInstalled)
{
    EXPECT_NO_THROW(requireTypeface());
}

} // namespace
} // namespace scanstraat::print
