// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace scanstraat {

/// The upper one of the two middle values; `otherwise` of none.
inline double medianOf(std::vector<double> values, double otherwise = 0.0)
{
    if (values.empty()) {
        return otherwise;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace scanstraat
