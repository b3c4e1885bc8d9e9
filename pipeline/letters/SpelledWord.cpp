// SPDX-License-Identifier: EUPL-1.2
// Beam search over all spellings that the likeliest characters make, from left to right; a character's
// probability is the share of the spellings with it among those that are left at the end. A sign ends what
// stands before it and begins a new word.
#include "letters/SpelledWord.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace scanstraat::letters {

namespace {

using Candidates = std::vector<reading::Alternative>;
using Context = std::array<char, Spelling::kContext>;

constexpr Context kNewWord{Spelling::kEdge, Spelling::kEdge, Spelling::kEdge};
constexpr std::size_t kBeam = 100;           ///< spellings; 2,000 read the same on 400 pages
constexpr double kLeastShare = 1e-3;         ///< of the best character's probability: less is no candidate
constexpr double kSignCost = 3.0;            ///< -ln of the share of word ends with a sign (5 %)
constexpr std::size_t kFewestCharacters = 2; ///< a lone letter is an initial

/// One way to spell the word up to some character.
struct Spelled
{
    Context context = kNewWord; ///< of the next character
    double log = 0.0;           ///< of its probability on the page and by spelling
    std::size_t candidate = 0;  ///< of this character
    std::size_t before = 0;     ///< its beginning: index in the layer of the character before
};
using Layer = std::vector<Spelled>;

double cost(const Context& context, char next, const Spelling& spelling)
{
    return spelling.cost({context.data(), context.size()}, next);
}

double endCost(const Context& context, const Spelling& spelling)
{
    return context.back() == Spelling::kEdge ? 0.0 : cost(context, Spelling::kEdge, spelling);
}

bool isLetter(char character)
{
    return character >= 'A' && character <= 'Z';
}

double costOf(char character, const Context& context, const Spelling& spelling)
{
    return isLetter(character) ? cost(context, character, spelling) : endCost(context, spelling) + kSignCost;
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

Layer extend(const Layer& all, const Candidates& candidates, const Spelling& spelling, double weight)
{
    Layer longer;
    longer.reserve(all.size() * candidates.size());
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const char character = candidates[c].value.front();
        const double onPage = std::log(candidates[c].probability);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Context& context = all[i].context;
            const double log = all[i].log + onPage - weight * costOf(character, context, spelling);
            const Context next = isLetter(character) ? Context{context[1], context[2], character} : kNewWord;
            longer.push_back({next, log, c, i});
        }
    }
    if (longer.size() > kBeam) {
        const auto end = longer.begin() + kBeam;
        std::ranges::nth_element(longer, end, std::greater<>(), &Spelled::log);
        longer.erase(end, longer.end());
    }
    return longer;
}

/// The share of each spelling of the whole word, 1 together.
std::vector<double> sharesOf(const Layer& last, const Spelling& spelling, double weight)
{
    std::vector<double> shares;
    for (const Spelled& spelled : last) {
        shares.push_back(spelled.log - weight * endCost(spelled.context, spelling));
    }
    const double best = std::ranges::max(shares);
    double sum = 0.0;
    for (double& share : shares) {
        share = std::exp(share - best);
        sum += share;
    }
    for (double& share : shares) {
        share /= sum;
    }
    return shares;
}

/// The share of each candidate at each character of the word: of the spellings that go through it.
std::vector<std::vector<double>> candidateShares(const std::vector<Layer>& layers, std::vector<double> shares)
{
    std::vector<std::vector<double>> result(layers.size());
    for (std::size_t at = layers.size() - 1; at > 0; --at) {
        const auto last = std::ranges::max_element(layers[at], {}, &Spelled::candidate);
        result[at].assign(last->candidate + 1, 0.0);
        std::vector<double> before(layers[at - 1].size(), 0.0);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            result[at][layers[at][i].candidate] += shares[i];
            before[layers[at][i].before] += shares[i];
        }
        shares = std::move(before);
    }
    return result;
}

/// `candidates` are the first characters of the choice; what they have together is kept. A clear one stays in
/// front.
void update(CharacterChoice& choice, Candidates candidates, const std::vector<double>& shares)
{
    double together = 0.0;
    for (const reading::Alternative& candidate : candidates) {
        together += candidate.probability;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].probability = i < shares.size() ? together * shares[i] : 0.0;
    }
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
    std::vector<Layer> layers{Layer(1)}; // before the first character, then one a character
    for (const CharacterChoice& choice : word) {
        layers.push_back(extend(layers.back(), candidatesOf(choice), spelling, weight));
    }
    const auto shares = candidateShares(layers, sharesOf(layers.back(), spelling, weight));
    for (std::size_t i = 0; i < word.size(); ++i) {
        update(word[i], candidatesOf(word[i]), shares[i + 1]);
    }
}

} // namespace scanstraat::letters
