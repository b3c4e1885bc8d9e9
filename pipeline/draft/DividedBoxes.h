// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"

#include <vector>

namespace scanstraat::draft {

/// Combs that are one outline with marks between the characters: ticks at top or bottom, or dashed lines.
/// Takes these out of `frames`.
[[nodiscard]] std::vector<Comb> takeDividedBoxes(std::vector<Frame>& frames, const std::vector<Rule>& rules);

} // namespace scanstraat::draft
