// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CharacterChoice.h"
#include "letters/Spelling.h"

#include <span>

namespace scanstraat::letters {

/// Probability on the page from which spelling replaces no character, however unlikely the word is.
constexpr double kClearCharacter = 0.97;

/// Weighs the letters and signs of one word (no digits) by how common their sequence is. Probabilities become
/// those after both page and spelling; best and alternatives together keep what they had. A character that is
/// clear on the page stays `best`, but what spelling says against it lowers its probability.
///
/// `weight` is the exponent of the spelling's probability: 0 leaves all as it is, 1 takes it in full.
void weighSpelling(std::span<CharacterChoice> word, const Spelling& spelling, double weight);

} // namespace scanstraat::letters
