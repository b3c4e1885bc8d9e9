// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/NameList.h"
#include "letters/Spelling.h"

#include <array>
#include <string>

namespace scanstraat::letters {

/// How likely a text is in a field before anything is seen of it: what may stand there, words of letters or
/// of digits rather than mixed ones (O and 0, I and 1, S and 5, Z and 2 are written alike), how words are
/// spelled, what countries and nationalities there are, one @ and a dotted domain in an e-mail address, a
/// digit at the beginning of a house number.
class LinePrior
{
public:
    enum class Type { none, letters, digits };

    /// What of the text so far matters for what follows.
    struct State
    {
        std::array<char, Spelling::kContext> context{Spelling::kEdge, Spelling::kEdge, Spelling::kEdge};
        Type word = Type::none; ///< of the word so far
        char32_t last = U' ';
        bool isFirst = true;   ///< nothing stands before
        int ats = 0;           ///< how many @
        bool isDotted = false; ///< a full stop stands behind the last @
        NameList::Node name = NameList::kRoot;
        int letters = 0;      ///< how many
        double spelled = 0.0; ///< what spelling gained up to here
    };

    /// `spelling` and `names`, those that are likely in the field, must outlive the prior; null for none.
    LinePrior(form::FieldKind kind, const Spelling* spelling, const NameList* names = nullptr);

    /// Capitals, small letters, digits and signs that may stand in the field, with and without marks, UTF-8.
    [[nodiscard]] std::string alphabet() const;

    /// Whether a token may stand after this.
    [[nodiscard]] bool allows(const State& state, char32_t token) const;

    /// Log of how much likelier the token is here than any other one; 0 where nothing is known.
    [[nodiscard]] double gain(const State& state, char32_t token) const;

    /// The same of the text ending here.
    [[nodiscard]] double gainOfEnd(const State& state) const;

    [[nodiscard]] State after(const State& state, char32_t token) const;

private:
    form::FieldKind kind_;
    std::string allowed_;
    const Spelling* spelling_;
    const NameList* names_;
    double weight_ = 0.0;    ///< exponent of the spelling's probability
    double switching_ = 0.0; ///< log of how seldom letters follow digits, or digits letters, in a word

    [[nodiscard]] double gainOfSign(const State& state, char32_t token) const;
    [[nodiscard]] double gainOfWord(const State& state, char next) const;
    [[nodiscard]] double gainOfName(const State& end, double spelled) const;
};

} // namespace scanstraat::letters
