// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/PageReading.h"

#include <chrono>
#include <vector>

namespace scanstraat::record {

/// What the rules need beside the field.
struct Context
{
    std::chrono::year_month_day scanDate; ///< no birth or signature can be later
};

/// Turns what was read into the normal form of docs/truth.md and checks it. A value that breaks its rule
/// keeps its value but is never accepted. Stateless and thread safe.
class FieldInterpreter
{
public:
    /// Sets value, state, confidence and reasons of `reading`. Returns what is wrong, with the codes
    /// of docs/findings.md.
    std::vector<reading::Finding> interpret(reading::FieldReading& reading, const form::Field& field,
                                            const Context& context) const;

    /// Interprets all fields of a page that `form` describes and says where in the form's tables they stand;
    /// what is wrong goes into the page's findings.
    void interpretPage(reading::PageReading& page, const form::FormTemplate& form,
                       const Context& context) const;
};

} // namespace scanstraat::record
