// SPDX-License-Identifier: EUPL-1.2
#include "letters/WordContext.h"

#include "letters/SpelledWord.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace scanstraat::letters {

namespace {

constexpr double kDigitsPrior = 0.5; ///< of a word of digits against one of letters
constexpr double kLeast = 1e-5;
constexpr std::size_t kCandidates = 5; ///< alternatives of a character that spelling decides between

/// Exponents of spelling, chosen on scans of held-out writers (models/spelling.md). Names come from all
/// languages, so the lists know less about them.
constexpr double kSpellingOfWords = 0.7;
constexpr double kSpellingOfNames = 0.4;

enum class Type { letters, digits };

bool isOf(char c, Type type)
{
    const auto u = static_cast<unsigned char>(c);
    return type == Type::letters ? std::isdigit(u) == 0 : std::isalpha(u) == 0;
}

std::string only(const std::string& allowed, Type type)
{
    std::string result;
    std::ranges::copy_if(allowed, std::back_inserter(result), [&](char c) { return isOf(c, type); });
    return result;
}

/// Log probability of the best character of that type.
double bestLog(const WordCharacter& character, const std::string& alphabet, Type type)
{
    double best = kLeast;
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        if (isOf(alphabet[i], type) && character.allowed.find(alphabet[i]) != std::string::npos) {
            best = std::max(best, static_cast<double>(character.probabilities[i]));
        }
    }
    return std::log(best);
}

/// `first` up to and without position `split`, the other type from there on.
struct Pattern
{
    Type first = Type::letters;
    std::size_t split = 0;
    double score = 0.0;

    [[nodiscard]] Type at(std::size_t position) const
    {
        const bool isFirst = position < split;
        return isFirst == (first == Type::letters) ? Type::letters : Type::digits;
    }
};

std::vector<Pattern> allPatterns(std::span<const WordCharacter> word, const std::string& alphabet,
                                 double mixedPrior)
{
    std::vector<double> asLetter;
    std::vector<double> asDigit;
    for (const WordCharacter& character : word) {
        asLetter.push_back(bestLog(character, alphabet, Type::letters));
        asDigit.push_back(bestLog(character, alphabet, Type::digits));
    }
    std::vector<Pattern> patterns;
    for (const Type first : {Type::letters, Type::digits}) {
        for (std::size_t split = 1; split <= word.size(); ++split) {
            Pattern pattern{first, split, 0.0};
            const bool mixed = split < word.size();
            const double prior = mixed ? mixedPrior : first == Type::letters ? 1.0 : kDigitsPrior;
            pattern.score = std::log(prior);
            for (std::size_t i = 0; i < word.size(); ++i) {
                pattern.score += pattern.at(i) == Type::letters ? asLetter[i] : asDigit[i];
            }
            patterns.push_back(pattern);
        }
    }
    return patterns;
}

double spellingWeight(form::FieldKind kind)
{
    switch (kind) {
    case form::FieldKind::street:
    case form::FieldKind::place:
    case form::FieldKind::freeText:
    case form::FieldKind::country:
    case form::FieldKind::nationality:
        return kSpellingOfWords;
    case form::FieldKind::name:
        return kSpellingOfNames;
    default:
        return 0.0;
    }
}

} // namespace

WordContext wordContext(form::FieldKind kind, const Spelling* spelling)
{
    const bool mixes = kind == form::FieldKind::email || kind == form::FieldKind::houseNumber;
    return {mixes ? kMixedOften : kMixedSeldom, spelling, spellingWeight(kind)};
}

WordChoice chooseWord(std::span<const WordCharacter> word, const std::string& alphabet,
                      const WordContext& context)
{
    WordChoice choice;
    if (word.empty()) {
        return choice;
    }
    const std::vector<Pattern> patterns = allPatterns(word, alphabet, context.mixedPrior);
    const Pattern& best = *std::ranges::max_element(patterns, {}, &Pattern::score);
    std::vector<std::string> restricted;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const std::string part = only(word[i].allowed, best.at(i));
        choice.characters.push_back(
            choose(word[i].probabilities, alphabet, part.empty() ? word[i].allowed : part, kCandidates));
    }
    double sum = 0.0;
    for (const Pattern& pattern : patterns) {
        const bool readsTheSame = [&] {
            for (std::size_t i = 0; i < word.size(); ++i) {
                const std::string& text = choice.characters[i].best;
                if (text.empty() || !isOf(text.front(), pattern.at(i))) {
                    return false;
                }
            }
            return true;
        }();
        sum += readsTheSame ? 0.0 : std::exp(pattern.score - best.score);
    }
    choice.belief = 1.0 / (1.0 + sum);
    const bool isLetters = best.first == Type::letters && best.split == word.size();
    if (isLetters && context.spelling != nullptr && context.spellingWeight > 0.0) {
        weighSpelling(choice.characters, *context.spelling, context.spellingWeight);
    }
    for (CharacterChoice& character : choice.characters) {
        character.alternatives.resize(std::min(character.alternatives.size(), kAlternatives));
    }
    return choice;
}

} // namespace scanstraat::letters
