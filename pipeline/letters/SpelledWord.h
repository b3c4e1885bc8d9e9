// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterChoice.h"
#include "letters/Spelling.h"

#include <span>

namespace scanstraat::letters {

/// Probability on the page from which spelling does not replace a letter, however unlikely the word is.
constexpr double kClearLetter = 0.97;

/// Weighs the letters of one word by how common their sequence is. Probabilities become those after both page
/// and spelling; what a character's letters have together stays as it was. A letter that is clear on the page
/// stays `best`, but what spelling says against it lowers its probability.
///
/// `weight` is the exponent of the spelling's probability: 0 leaves all as it is, 1 takes it in full.
void weighSpelling(std::span<CharacterChoice> word, const Spelling& spelling, double weight);

} // namespace scanstraat::letters
