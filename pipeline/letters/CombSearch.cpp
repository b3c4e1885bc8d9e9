// SPDX-License-Identifier: EUPL-1.2
#include "letters/CombSearch.h"

#include <map>

namespace scanstraat::letters {

namespace {

/// All ways to come to one state of the grammar.
struct Ways
{
    double sum = 0.0;
    double best = 0.0;
    std::string text; ///< of the best
};

using Reached = std::map<rules::Grammar::State, Ways>;

Reached step(const Reached& reached, const Candidates& candidates, std::size_t cell,
             const rules::Grammar& grammar)
{
    Reached next;
    for (const auto& [state, ways] : reached) {
        for (const Candidate& candidate : candidates) {
            Ways& there = next[grammar.after(state, cell, candidate.character)];
            there.sum += ways.sum * candidate.probability;
            const double best = ways.best * candidate.probability;
            if (there.text.empty() || best > there.best) {
                there.best = best;
                there.text = ways.text + candidate.character;
            }
        }
    }
    return next;
}

} // namespace

CombText searchComb(std::span<const Candidates> cells, const rules::Grammar* grammar)
{
    CombText found;
    found.probabilityOfSeen = 1.0;
    for (const Candidates& cell : cells) {
        found.seen += cell.front().character;
        found.probabilityOfSeen *= cell.front().probability;
    }
    found.text = found.seen;
    found.probability = found.probabilityOfSeen;
    if (grammar == nullptr) {
        return found;
    }
    Reached reached{{rules::Grammar::kStart, {1.0, 1.0, {}}}};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        reached = step(reached, cells[i], i, *grammar);
    }
    double all = 0.0;
    double best = 0.0;
    for (const auto& [state, ways] : reached) {
        const double likelihood = grammar->likelihood(state);
        all += likelihood * ways.sum;
        if (likelihood * ways.best > best) {
            best = likelihood * ways.best;
            found.text = ways.text;
        }
    }
    if (best > 0.0) {
        found.probability = best / all;
    }
    return found;
}

} // namespace scanstraat::letters
