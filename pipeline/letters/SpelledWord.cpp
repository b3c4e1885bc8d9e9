// SPDX-License-Identifier: EUPL-1.2
// Beam search over all spellings that the likeliest characters make, from left to right; a character's
// probability is the share of the spellings with it among those that are left at the end. A sign ends what
// stands before it and begins a new word.
#include "letters/SpelledWord.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace scanstraat::letters {

namespace {

using Candidates = std::vector<reading::Alternative>;

constexpr std::size_t kBeam = 100;           ///< spellings; more changed nothing on development scans
constexpr double kLeastShare = 1e-3;         ///< of the best character's probability: less is no candidate
constexpr double kSignCost = 3.0;            ///< -ln of the share of word ends with a sign (5 %)
constexpr std::size_t kFewestCharacters = 2; ///< a lone letter is an initial

/// One way to spell the word up to some character.
struct Spelled
{
    std::string text;
    std::string context = std::string(Spelling::kContext, Spelling::kEdge); ///< of the next character
    double log = 0.0; ///< of its probability on the page and by spelling
};

bool isLetter(char character)
{
    return character >= 'A' && character <= 'Z';
}

double endCost(const std::string& context, const Spelling& spelling)
{
    return context.back() == Spelling::kEdge ? 0.0 : spelling.cost(context, Spelling::kEdge);
}

Spelled extended(const Spelled& spelled, char character, const Spelling& spelling, double weight)
{
    Spelled longer = spelled;
    longer.text += character;
    if (isLetter(character)) {
        longer.log -= weight * spelling.cost(spelled.context, character);
        longer.context = spelled.context.substr(1) + character;
    } else {
        longer.log -= weight * (endCost(spelled.context, spelling) + kSignCost);
        longer.context.assign(Spelling::kContext, Spelling::kEdge);
    }
    return longer;
}

Candidates candidatesOf(const CharacterChoice& choice)
{
    Candidates candidates{{choice.best, choice.probability}};
    std::ranges::copy_if(choice.alternatives, std::back_inserter(candidates),
                         [&](const reading::Alternative& alternative) {
                             return alternative.probability >= kLeastShare * choice.probability;
                         });
    return candidates;
}

std::vector<Spelled> extend(const std::vector<Spelled>& all, const Candidates& candidates,
                            const Spelling& spelling, double weight)
{
    std::vector<Spelled> longer;
    for (const Spelled& spelled : all) {
        for (const reading::Alternative& candidate : candidates) {
            longer.push_back(extended(spelled, candidate.value.front(), spelling, weight));
            longer.back().log += std::log(candidate.probability);
        }
    }
    if (longer.size() > kBeam) {
        const auto end = longer.begin() + kBeam;
        std::ranges::nth_element(longer, end, std::greater<>(), &Spelled::log);
        longer.erase(end, longer.end());
    }
    return longer;
}

/// Ends all spellings and makes `log` that of their shares, which sum to 1.
void finish(std::vector<Spelled>& all, const Spelling& spelling, double weight)
{
    for (Spelled& spelled : all) {
        spelled.log -= weight * endCost(spelled.context, spelling);
    }
    const double best = std::ranges::max_element(all, {}, &Spelled::log)->log;
    double sum = 0.0;
    for (const Spelled& spelled : all) {
        sum += std::exp(spelled.log - best);
    }
    for (Spelled& spelled : all) {
        spelled.log -= best + std::log(sum);
    }
}

/// Gives each candidate for that character its share of what they have together.
void reweigh(Candidates& candidates, const std::vector<Spelled>& words, std::size_t at)
{
    double together = 0.0;
    for (reading::Alternative& candidate : candidates) {
        together += std::exchange(candidate.probability, 0.0);
    }
    for (const Spelled& word : words) {
        const auto isSame = [&](const reading::Alternative& candidate) {
            return candidate.value.front() == word.text[at];
        };
        std::ranges::find_if(candidates, isSame)->probability += together * std::exp(word.log);
    }
}

/// `candidates` are the first characters of the choice. A clear one stays in front.
void update(CharacterChoice& choice, Candidates candidates)
{
    const bool isClear = choice.probability >= kClearCharacter;
    std::ranges::stable_sort(candidates.begin() + (isClear ? 1 : 0), candidates.end(), std::greater<>(),
                             &reading::Alternative::probability);
    choice.best = candidates.front().value;
    choice.probability = candidates.front().probability;
    std::copy(candidates.begin() + 1, candidates.end(), choice.alternatives.begin());
    std::ranges::stable_sort(choice.alternatives, std::greater<>(), &reading::Alternative::probability);
}

} // namespace

void weighSpelling(std::span<CharacterChoice> word, const Spelling& spelling, double weight)
{
    const auto isUnread = [](const CharacterChoice& choice) { return choice.probability <= 0.0; };
    if (word.size() < kFewestCharacters || std::ranges::any_of(word, isUnread)) {
        return;
    }
    std::vector<Candidates> candidates;
    std::vector<Spelled> words(1);
    for (const CharacterChoice& choice : word) {
        candidates.push_back(candidatesOf(choice));
        words = extend(words, candidates.back(), spelling, weight);
    }
    finish(words, spelling, weight);
    for (std::size_t i = 0; i < word.size(); ++i) {
        reweigh(candidates[i], words, i);
        update(word[i], std::move(candidates[i]));
    }
}

} // namespace scanstraat::letters
