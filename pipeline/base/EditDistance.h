// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace scanstraat {

/// Least number of inserted, removed and replaced elements that turns one sequence into the other
/// (Levenshtein). Elements are those of the type: bytes of a std::string, whatever a std::vector holds.
template <typename Sequence>
[[nodiscard]] std::size_t editDistance(const Sequence& a, const Sequence& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

} // namespace scanstraat
