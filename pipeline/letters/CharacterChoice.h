// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/CombSearch.h"

#include <span>
#include <string>

namespace scanstraat::letters {

/// What a glyph may be within the field's alphabet.
struct CharacterChoice
{
    Candidates
        candidates;      ///< of the alphabet, likeliest first; they sum to 1; empty when it has none of them
    double belief = 0.0; ///< probability that the ink is one of them at all
    double struckOut = 0.0; ///< probability that it is struck out or overwritten
};

/// Chooses within `allowed`. What cannot stand in the field loses its probability to what looks like it
/// (O to 0), but ink that looks like nothing allowed keeps a low belief.
/// `probabilities`: of CharacterClassifier's classes.
[[nodiscard]] CharacterChoice choose(std::span<const float> probabilities, const std::string& alphabet,
                                     const std::string& allowed);

} // namespace scanstraat::letters
