// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterChoice.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// One written character of a word: the network's probabilities, and what may stand at its place.
struct WordCharacter
{
    std::span<const float> probabilities;
    std::string allowed;
};

/// A word whose characters were chosen together.
struct WordChoice
{
    std::vector<CharacterChoice> characters;
    double belief = 1.0; ///< probability that letters and digits were told apart rightly
};

/// Prior probability that a word holds letters and digits, against letters alone: e-mail names and
/// house numbers ('12A'); anything else.
constexpr double kMixedOften = 0.05;
constexpr double kMixedSeldom = 0.004;

/// O and 0, I and 1, S and 5, Z and 2 are written alike: a word is all letters, all digits, letters then
/// digits or digits then letters, and the likeliest of these decides every character in it. Signs belong
/// to both.
[[nodiscard]] WordChoice chooseWord(std::span<const WordCharacter> word, const std::string& alphabet,
                                    double mixedPrior);

} // namespace scanstraat::letters
