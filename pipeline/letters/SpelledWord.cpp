// SPDX-License-Identifier: EUPL-1.2
// Beam search over all spellings that the likeliest letters of each character make, from left to right; a
// letter's probability is the share of the spellings with it among those that are left at the end. Signs in
// the word divide it: each stretch of letters is spelled for itself.
#include "letters/SpelledWord.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scanstraat::letters {

namespace {

constexpr std::size_t kBeam = 100;   ///< spellings; set A of the development scans gains nothing from more
constexpr double kLeastShare = 1e-3; ///< of the best letter's probability: less is no candidate
constexpr std::size_t kFewestLetters = 2; ///< a lone letter is an initial

/// One way to spell the word up to some letter.
struct Spelled
{
    std::string text; ///< begins with the edges before the word
    double log = 0.0; ///< of its probability on the page and by spelling
};

bool isLetter(const std::string& text)
{
    return text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
}

/// The letters that the character may be, likeliest first. Empty unless its best is a letter.
std::vector<reading::Alternative> candidatesOf(const CharacterChoice& choice)
{
    if (!isLetter(choice.best) || choice.probability <= 0.0) {
        return {};
    }
    std::vector<reading::Alternative> candidates{{choice.best, choice.probability}};
    std::ranges::copy_if(
        choice.alternatives, std::back_inserter(candidates), [&](const reading::Alternative& alternative) {
            return isLetter(alternative.value) && alternative.probability >= kLeastShare * choice.probability;
        });
    return candidates;
}

std::string_view contextOf(const std::string& text)
{
    return std::string_view(text).substr(text.size() - Spelling::kContext);
}

void keepBest(std::vector<Spelled>& all)
{
    if (all.size() > kBeam) {
        const auto end = all.begin() + kBeam;
        std::ranges::nth_element(all, end, std::greater<>(), &Spelled::log);
        all.erase(end, all.end());
    }
}

class Search
{
public:
    Search(const Spelling& spelling, double weight) : spelling_(spelling), weight_(weight) {}

    void extend(const std::vector<reading::Alternative>& candidates)
    {
        std::vector<Spelled> longer;
        for (const Spelled& spelled : spelled_) {
            for (const reading::Alternative& candidate : candidates) {
                const char letter = candidate.value.front();
                longer.push_back(
                    {spelled.text + letter, spelled.log + std::log(candidate.probability) -
                                                weight_ * spelling_.cost(contextOf(spelled.text), letter)});
            }
        }
        keepBest(longer);
        spelled_ = std::move(longer);
    }

    /// The spellings of the whole word; `log` gives way to the share of each, 1 together.
    std::vector<Spelled> finish()
    {
        double best = -1e18;
        for (Spelled& spelled : spelled_) {
            spelled.log -= weight_ * spelling_.cost(contextOf(spelled.text), Spelling::kEdge);
            best = std::max(best, spelled.log);
        }
        double sum = 0.0;
        for (const Spelled& spelled : spelled_) {
            sum += std::exp(spelled.log - best);
        }
        for (Spelled& spelled : spelled_) {
            spelled.log -= best + std::log(sum);
        }
        return std::move(spelled_);
    }

private:
    const Spelling& spelling_;
    double weight_;
    std::vector<Spelled> spelled_{{std::string(Spelling::kContext, Spelling::kEdge), 0.0}};
};

/// Probability of each candidate at that letter of the word; what they have together is kept.
void reweigh(std::vector<reading::Alternative>& candidates, const std::vector<Spelled>& words, std::size_t at)
{
    double together = 0.0;
    for (reading::Alternative& candidate : candidates) {
        together += std::exchange(candidate.probability, 0.0);
    }
    for (const Spelled& word : words) {
        const char letter = word.text[Spelling::kContext + at];
        const auto same = [&](const reading::Alternative& candidate) { return candidate.value[0] == letter; };
        std::ranges::find_if(candidates, same)->probability += together * std::exp(word.log);
    }
}

/// Puts the new probabilities into the choice and its best in front, unless the page was clear.
void update(CharacterChoice& choice, const std::vector<reading::Alternative>& candidates)
{
    const bool isClear = choice.probability >= kClearLetter;
    std::vector<reading::Alternative> all{{choice.best, choice.probability}};
    all.insert(all.end(), choice.alternatives.begin(), choice.alternatives.end());
    for (const reading::Alternative& candidate : candidates) {
        std::ranges::find(all, candidate.value, &reading::Alternative::value)->probability =
            candidate.probability;
    }
    std::ranges::stable_sort(isClear ? all.begin() + 1 : all.begin(), all.end(), std::greater<>(),
                             &reading::Alternative::probability);
    choice.best = all.front().value;
    choice.probability = all.front().probability;
    choice.alternatives.assign(all.begin() + 1, all.end());
}

} // namespace

void weighSpelling(std::span<CharacterChoice> word, const Spelling& spelling, double weight)
{
    std::size_t first = 0;
    while (first < word.size()) {
        Search search(spelling, weight);
        std::vector<std::vector<reading::Alternative>> letters;
        for (std::size_t i = first; i < word.size(); ++i) {
            auto candidates = candidatesOf(word[i]);
            if (candidates.empty()) {
                break;
            }
            search.extend(candidates);
            letters.push_back(std::move(candidates));
        }
        const std::vector<Spelled> words = search.finish();
        for (std::size_t i = 0; letters.size() >= kFewestLetters && i < letters.size(); ++i) {
            reweigh(letters[i], words, i);
            update(word[first + i], letters[i]);
        }
        first += letters.size() + 1;
    }
}

} // namespace scanstraat::letters
