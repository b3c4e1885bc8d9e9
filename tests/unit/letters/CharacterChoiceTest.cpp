// SPDX-License-Identifier: EUPL-1.2
#include "letters/CharacterChoice.h"

#include <gtest/gtest.h>

#include <vector>

namespace scanstraat::letters {
namespace {

const std::string kAlphabet = "01AOK";

/// In the alphabet's order, then 'no character' and 'struck out'.
using Probabilities = std::vector<float>;

TEST(CharacterChoice, TakesTheLikeliestCharacterFirst)
{
    const Probabilities probabilities{0.02F, 0.01F, 0.93F, 0.02F, 0.01F, 0.01F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    ASSERT_EQ(choice.candidates.size(), 5U);
    EXPECT_EQ(choice.candidates[0].character, 'A');
    EXPECT_NEAR(choice.candidates[0].probability, 0.93 / 0.99, 1e-6);
    EXPECT_GE(choice.candidates[1].probability, choice.candidates[2].probability);
    EXPECT_NEAR(choice.belief, 0.99, 1e-6);
}

TEST(CharacterChoice, GivesTheProbabilityOfWhatCannotStandThereToWhatLooksLikeIt)
{
    const Probabilities probabilities{0.30F, 0.0F, 0.0F, 0.70F, 0.0F, 0.0F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "01");

    EXPECT_EQ(choice.candidates[0].character, '0');
    EXPECT_GT(choice.candidates[0].probability, 0.95);
    EXPECT_GT(choice.belief, 0.95);
}

TEST(CharacterChoice, BelievesNothingOfInkThatLooksLikeNothingAllowed)
{
    const Probabilities probabilities{0.0F, 0.002F, 0.0F, 0.0F, 0.998F, 0.0F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "01");

    EXPECT_EQ(choice.candidates[0].character, '1');
    EXPECT_LT(choice.belief, 0.1);
}

TEST(CharacterChoice, BelievesLessOfInkThatMayBeNoCharacter)
{
    const Probabilities probabilities{0.0F, 0.0F, 0.4F, 0.0F, 0.0F, 0.6F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    EXPECT_EQ(choice.candidates[0].character, 'A');
    EXPECT_NEAR(choice.belief, 0.4, 1e-6);
}

TEST(CharacterChoice, TellsWhatIsStruckOut)
{
    const Probabilities probabilities{0.0F, 0.0F, 0.2F, 0.0F, 0.0F, 0.0F, 0.8F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    EXPECT_NEAR(choice.struckOut, 0.8, 1e-6);
    EXPECT_NEAR(choice.belief, 0.2, 1e-6);
}

TEST(CharacterChoice, IsSureOfACharacterWhenNothingSpeaksAgainstIt)
{
    const Probabilities probabilities{0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, kAlphabet);

    EXPECT_EQ(choice.candidates[0].probability, 1.0);
    EXPECT_EQ(choice.belief, 1.0);
}

TEST(CharacterChoice, HasNoneOfAnAlphabetWithoutItsCharacters)
{
    const Probabilities probabilities{0.5F, 0.5F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F};

    const CharacterChoice choice = choose(probabilities, kAlphabet, "XY");

    EXPECT_TRUE(choice.candidates.empty());
    EXPECT_EQ(choice.belief, 0.0);
}

} // namespace
} // namespace scanstraat::letters
