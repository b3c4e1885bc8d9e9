// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterChoice.h"
#include "letters/Spelling.h"

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

/// What the field says about its words.
struct WordContext
{
    double mixedPrior = kMixedSeldom;
    const Spelling* spelling = nullptr; ///< not owned; null for none
    double spellingWeight = 0.0;        ///< see weighSpelling
};

/// `spelling` must outlive the context.
[[nodiscard]] WordContext wordContext(form::FieldKind kind, const Spelling* spelling);

/// O and 0, I and 1, S and 5, Z and 2 are written alike: a word is all letters, all digits, letters then
/// digits or digits then letters, and the likeliest of these decides every character in it. Signs belong
/// to both. The letters of a word without digits are then weighed by spelling.
[[nodiscard]] WordChoice chooseWord(std::span<const WordCharacter> word, const std::string& alphabet,
                                    const WordContext& context);

} // namespace scanstraat::letters
