// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Case.h"
#include "charts/Beliefs.h"

#include <span>
#include <vector>

namespace scanstraat::marktest {

/// How sure of the likeliest states, of the boxes on pages that were read; 'unclear' goes to people anyway.
[[nodiscard]] std::vector<charts::Belief> beliefsOf(std::span<const BoxCase> boxes);

/// Numbers of one row of a table.
struct Tally
{
    std::size_t count = 0;
    std::size_t right = 0;
    std::size_t wrong = 0; ///< accepted
    std::size_t review = 0;
    std::size_t missed = 0; ///< to review though the truth is a clear state

    void add(const BoxCase& box);
};

} // namespace scanstraat::marktest
