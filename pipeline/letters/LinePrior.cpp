// SPDX-License-Identifier: EUPL-1.2
#include "letters/LinePrior.h"

#include "letters/Diacritics.h"
#include "letters/LineRecogniser.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::letters {

namespace {

using form::FieldKind;

/// Exponents of spelling (models/spelling.md). Names come from all languages, so the lists know less of them.
constexpr double kSpellingOfWords = 0.7;
constexpr double kSpellingOfNames = 0.4;

/// -ln of a letter's usual probability where spelling is known: a gain is measured against it.
constexpr double kUsualCost = 2.2;

/// Share of words that hold letters and digits: e-mail names and house numbers ('12A'); anything else.
constexpr double kMixedOften = 0.05;
constexpr double kMixedSeldom = 0.004;

constexpr double kDigitsFirst = 0.5; ///< of a word of digits against one of letters
/// How much more seldom than in the network's training lines, whose frequencies are in its probabilities.
constexpr double kSign = 0.4;
constexpr double kMark = 0.6;
constexpr double kStruck = 0.3;

constexpr double kNoAddress = 0.005; ///< share of e-mail fields without one @ and a dotted domain
constexpr double kSecondAt = 0.005;  ///< in an e-mail address
constexpr double kNoNumber = 0.02;   ///< share of house numbers that begin with a letter

constexpr double kListed = 0.95;    ///< share of fields whose text is in the list of names for them
constexpr double kListWeight = 0.7; ///< exponent of the list's probability, as of the spelling's

double weightOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::street:
    case FieldKind::place:
    case FieldKind::freeText:
    case FieldKind::country:
    case FieldKind::nationality:
        return kSpellingOfWords;
    case FieldKind::name:
        return kSpellingOfNames;
    default:
        return 0.0;
    }
}

bool isDigit(char32_t token)
{
    return token >= U'0' && token <= U'9';
}

bool isCapital(char32_t token)
{
    return token >= U'A' && token <= U'Z';
}

} // namespace

LinePrior::LinePrior(FieldKind kind, const Spelling* spelling, const NameList* names)
    : kind_(kind), allowed_(form::lineAlphabet(kind) + " "), spelling_(spelling), names_(names),
      weight_(spelling == nullptr ? 0.0 : weightOf(kind))
{
    const bool mixes = kind == FieldKind::email || kind == FieldKind::houseNumber;
    switching_ = std::log(mixes ? kMixedOften : kMixedSeldom);
}

std::string LinePrior::alphabet() const
{
    std::string all = allowed_;
    for (char capital = 'A'; capital <= 'Z' && allowed_.find('A') != std::string::npos; ++capital) {
        all += static_cast<char>(capital - 'A' + 'a');
        all += markedForms(capital);
    }
    return all;
}

bool LinePrior::allows(const State& state, char32_t token) const
{
    if (token == kStruckOut) {
        return true;
    }
    if (isCombining(token)) {
        return kind_ != FieldKind::email && isCapital(state.last) &&
               composed(static_cast<char>(state.last), token).has_value();
    }
    if (token == U' ' && state.last == U' ') {
        return false;
    }
    return token < 0x80 && allowed_.find(static_cast<char>(token)) != std::string::npos;
}

double LinePrior::gainOfWord(const State& state, char next) const
{
    if (weight_ == 0.0) {
        return 0.0;
    }
    if (next == Spelling::kEdge && state.context.back() == Spelling::kEdge) {
        return 0.0;
    }
    return weight_ * (kUsualCost - spelling_->cost({state.context.data(), state.context.size()}, next));
}

double LinePrior::gain(const State& state, char32_t token) const
{
    if (token == kStruckOut) {
        return std::log(kStruck);
    }
    if (isCombining(token)) {
        return std::log(kMark);
    }
    if (isCapital(token)) {
        const bool isOdd = kind_ == FieldKind::houseNumber && state.isFirst;
        return gainOfWord(state, static_cast<char>(token)) + (state.word == Type::digits ? switching_ : 0.0) +
               (isOdd ? std::log(kNoNumber) : 0.0);
    }
    if (isDigit(token)) {
        switch (state.word) {
        case Type::letters:
            return switching_;
        case Type::digits:
            return 0.0;
        default:
            return kind_ == FieldKind::houseNumber && state.isFirst ? 0.0 : std::log(kDigitsFirst);
        }
    }
    return gainOfSign(state, token);
}

double LinePrior::gainOfSign(const State& state, char32_t token) const
{
    if (kind_ == FieldKind::email) {
        const bool isSecond = token == U'@' && state.ats > 0;
        return isSecond ? std::log(kSecondAt) : 0.0; // signs are as usual there as letters
    }
    const double end = state.word == Type::letters ? gainOfWord(state, Spelling::kEdge) : 0.0;
    return token == U' ' ? end : end + std::log(kSign);
}

double LinePrior::gainOfEnd(const State& state) const
{
    if (kind_ == FieldKind::email) {
        return state.ats == 1 && state.isDotted ? 0.0 : std::log(kNoAddress);
    }
    const double end = state.word == Type::letters ? gainOfWord(state, Spelling::kEdge) : 0.0;
    return end + gainOfName(state, state.spelled + end);
}

/// A text is one of the list, all alike, or spelled freely; what spelling gained has counted already.
double LinePrior::gainOfName(const State& end, double spelled) const
{
    if (names_ == nullptr) {
        return 0.0;
    }
    const double freely = kListWeight * std::log(1.0 - kListed);
    if (!names_->isName(end.name)) {
        return freely;
    }
    const double one = std::log(kListed / static_cast<double>(names_->size()));
    return std::max(freely, kListWeight * (kUsualCost * end.letters + one) - spelled);
}

LinePrior::State LinePrior::after(const State& state, char32_t token) const
{
    State next = state;
    if (names_ != nullptr) {
        next.name = names_->after(state.name, token);
        next.letters += isCapital(token) ? 1 : 0;
        if (isCapital(token)) {
            next.spelled += gainOfWord(state, static_cast<char>(token));
        } else if (state.word == Type::letters && !isCombining(token)) {
            next.spelled += gainOfWord(state, Spelling::kEdge);
        }
    }
    next.last = token;
    next.isFirst = false;
    if (token == U'@') {
        ++next.ats;
        next.isDotted = false;
    } else if (token == U'.') {
        next.isDotted = true;
    }
    if (isCombining(token)) {
        return next;
    }
    if (isCapital(token)) {
        next.context = {state.context[1], state.context[2], static_cast<char>(token)};
        next.word = Type::letters;
        return next;
    }
    next.context.fill(Spelling::kEdge);
    next.word = isDigit(token) ? Type::digits : Type::none;
    return next;
}

} // namespace scanstraat::letters
