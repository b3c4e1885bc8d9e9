// SPDX-License-Identifier: EUPL-1.2
#include "letters/CharacterChoice.h"

#include <algorithm>

namespace scanstraat::letters {

CharacterChoice choose(std::span<const float> probabilities, const std::string& alphabet,
                       const std::string& allowed, std::size_t alternatives)
{
    /// Share that the allowed characters must have together before the best of them is believed. A zero
    /// written as in O keeps 5 % and more for '0'; a K in a comb of digits keeps less than 1 % for all.
    constexpr double kBelieved = 0.05;
    std::vector<reading::Alternative> ranked;
    double sum = 0.0;
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        if (allowed.find(alphabet[i]) != std::string::npos) {
            ranked.push_back({std::string(1, alphabet[i]), probabilities[i]});
            sum += probabilities[i];
        }
    }
    CharacterChoice choice;
    choice.noCharacter = probabilities[alphabet.size()];
    if (ranked.empty() || sum <= 0.0) {
        return choice;
    }
    std::ranges::stable_sort(ranked, std::greater<>(), &reading::Alternative::probability);
    const double belief = std::min(1.0, sum / kBelieved) * (1.0 - choice.noCharacter);
    for (reading::Alternative& alternative : ranked) {
        alternative.probability *= belief / sum;
    }
    choice.best = ranked.front().value;
    choice.probability = ranked.front().probability;
    const auto last = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), alternatives + 1));
    choice.alternatives.assign(ranked.begin() + 1, last);
    return choice;
}

} // namespace scanstraat::letters
