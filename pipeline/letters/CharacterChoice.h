// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/FieldReading.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// Alternatives to a character in the record.
constexpr std::size_t kAlternatives = 3;

/// The likeliest characters of a glyph within the field's alphabet.
struct CharacterChoice
{
    std::string best;                               ///< UTF-8
    double probability = 0.0;                       ///< that `best` is what was meant, 0..1
    double noCharacter = 0.0;                       ///< probability that the ink is no character
    std::vector<reading::Alternative> alternatives; ///< the next ones, likeliest first
};

/// Chooses within `allowed`. What cannot stand in the field loses its probability to what looks like it
/// (O to 0), but ink that looks like nothing allowed keeps a low probability.
/// `alternatives` is the most that are named.
[[nodiscard]] CharacterChoice choose(std::span<const float> probabilities, const std::string& alphabet,
                                     const std::string& allowed, std::size_t alternatives = kAlternatives);

} // namespace scanstraat::letters
