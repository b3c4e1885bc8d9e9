// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <cstddef>
#include <memory>
#include <string>

namespace scanstraat::rules {

/// What a value that is written in cells must be beside made of the right characters, as an automaton that
/// takes one cell after the other. People write what breaks a rule, too: such a value is less likely, not
/// impossible.
class Grammar
{
public:
    using State = int;
    static constexpr State kStart = 0;

    virtual ~Grammar() = default;

    /// `character` stands in the cell with this index, ' ' in an empty one.
    [[nodiscard]] virtual State after(State state, std::size_t cell, char character) const = 0;

    /// How much likelier a value that ends so is than one that obeys the rule: 1 where it obeys, above 0
    /// elsewhere.
    [[nodiscard]] virtual double likelihood(State end) const = 0;

    /// Dutch, for the reviewer: "elfproef"
    [[nodiscard]] virtual std::string name() const = 0;
};

/// The grammar of a comb; null where any characters of its alphabet may stand. Knows BSN and
/// loonheffingennummer (elfproef), dates in cells for day, month and year (calendar, 1900 to 2099),
/// postcodes, phone numbers and amounts of money.
[[nodiscard]] std::unique_ptr<const Grammar> grammarOf(const form::Field& field);

} // namespace scanstraat::rules
