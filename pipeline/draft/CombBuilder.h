// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"

#include <vector>

namespace scanstraat::draft {

/// Combs among small empty frames: cells in a row that share their edges, joined to groups over gaps of less
/// than a cell, and rows of three or more separate cells that stand close together. What becomes a comb is
/// taken out of `cells`.
[[nodiscard]] std::vector<Comb> takeCombs(std::vector<Frame>& cells);

} // namespace scanstraat::draft
