// SPDX-License-Identifier: EUPL-1.2
#include "letters/CharacterChoice.h"

#include <gtest/gtest.h>

#include <vector>

namespace scanstraat::letters {
namespace {

const std::string kAlphabet = "01AOK";

/// In the alphabet's order, the last one for 'no character'.
using Probabilities = std::vector<float>;

TEST(CharacterChoice, TakesTheLikeliestCharacter)
{
    const Probabilities probabilities{0.02F, 0.01F, 0.93F, 0.02F, 0.01F, 0.01F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    EXPECT_EQ(choice.best, "A");
    EXPECT_NEAR(choice.probability, 0.93, 0.01);
}

TEST(CharacterChoice, GivesTheProbabilityOfWhatCannotStandThereToWhatLooksLikeIt)
{
    const Probabilities probabilities{0.30F, 0.0F, 0.0F, 0.70F, 0.0F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "01");

    EXPECT_EQ(choice.best, "0");
    EXPECT_GT(choice.probability, 0.95);
}

TEST(CharacterChoice, BelievesNothingOfInkThatLooksLikeNothingAllowed)
{
    const Probabilities probabilities{0.0F, 0.002F, 0.0F, 0.0F, 0.998F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "01");

    EXPECT_EQ(choice.best, "1");
    EXPECT_LT(choice.probability, 0.1);
}

TEST(CharacterChoice, KeepsTheProbabilityThatTheInkIsNoCharacter)
{
    const Probabilities probabilities{0.0F, 0.0F, 0.4F, 0.0F, 0.0F, 0.6F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    EXPECT_NEAR(choice.noCharacter, 0.6, 1e-6);
    EXPECT_EQ(choice.best, "A");
    EXPECT_LT(choice.probability, 0.41);
}

TEST(CharacterChoice, IsSureOfACharacterWhenNothingSpeaksAgainstIt)
{
    const Probabilities probabilities{0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    EXPECT_DOUBLE_EQ(choice.probability, 1.0);
    EXPECT_DOUBLE_EQ(choice.noCharacter, 0.0);
}

TEST(CharacterChoice, NamesTheNextThreeLikeliestFirst)
{
    const Probabilities probabilities{0.05F, 0.10F, 0.50F, 0.20F, 0.15F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    ASSERT_EQ(choice.alternatives.size(), 3U);
    EXPECT_EQ(choice.alternatives[0].value, "O");
    EXPECT_EQ(choice.alternatives[1].value, "K");
    EXPECT_EQ(choice.alternatives[2].value, "1");
    EXPECT_NEAR(choice.alternatives[0].probability, 0.20, 1e-6);
}

TEST(CharacterChoice, NamesNoAlternativeThatCannotStandThere)
{
    const Probabilities probabilities{0.30F, 0.20F, 0.10F, 0.30F, 0.10F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "01");

    ASSERT_EQ(choice.alternatives.size(), 1U);
    EXPECT_EQ(choice.alternatives[0].value, "1");
    EXPECT_LE(choice.probability + choice.alternatives[0].probability, 1.0 + 1e-6);
}

TEST(CharacterChoice, HasNoBestWhereNoCharacterOfTheAlphabetMayStand)
{
    const Probabilities probabilities{0.0F, 0.0F, 0.9F, 0.0F, 0.0F, 0.1F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "?");

    EXPECT_EQ(choice.best, "");
    EXPECT_EQ(choice.probability, 0.0);
    EXPECT_TRUE(choice.alternatives.empty());
}

} // namespace
} // namespace scanstraat::letters
