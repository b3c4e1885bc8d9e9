// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "rules/Grammar.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// What a cell may hold, best first. The probabilities sum to 1; an empty cell has ' ' alone.
struct Candidate
{
    char character = ' ';
    double probability = 0.0;
};
using Candidates = std::vector<Candidate>;

/// What the cells of a comb hold together.
struct CombText
{
    std::string text;               ///< a character a cell, the likeliest by picture and rule
    std::string seen;               ///< the likeliest by the picture alone
    double probability = 0.0;       ///< of `text`, by picture and rule
    double probabilityOfSeen = 0.0; ///< of `seen`, by the picture alone
};

/// The likeliest text of all, exactly: the product of the cells' probabilities and of how likely the grammar
/// finds the text (Viterbi's and the forward algorithm over the states of the grammar). Without a grammar
/// every cell counts for itself. `cells` must not be empty, nor any of them.
[[nodiscard]] CombText searchComb(std::span<const Candidates> cells, const rules::Grammar* grammar);

} // namespace scanstraat::letters
