// SPDX-License-Identifier: EUPL-1.2
#include "letters/CharacterChoice.h"

#include <algorithm>

namespace scanstraat::letters {

CharacterChoice choose(std::span<const float> probabilities, const std::string& alphabet,
                       const std::string& allowed)
{
    /// Share that the allowed characters must have together before the best of them is believed. A zero
    /// written as in O keeps 5 % and more for '0'; a K in a comb of digits keeps less than 1 % for all.
    constexpr double kBelieved = 0.05;
    CharacterChoice choice;
    double sum = 0.0;
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        if (allowed.find(alphabet[i]) != std::string::npos) {
            choice.candidates.push_back({alphabet[i], probabilities[i]});
            sum += probabilities[i];
        }
    }
    choice.struckOut = probabilities[alphabet.size() + 1];
    if (sum <= 0.0) {
        choice.candidates.clear();
        return choice;
    }
    std::ranges::stable_sort(choice.candidates, std::greater<>(), &Candidate::probability);
    for (Candidate& candidate : choice.candidates) {
        candidate.probability /= sum;
    }
    const double noCharacter = probabilities[alphabet.size()];
    choice.belief = std::min(1.0, sum / kBelieved) * (1.0 - noCharacter) * (1.0 - choice.struckOut);
    return choice;
}

} // namespace scanstraat::letters
