// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"

#include <vector>

namespace scanstraat::draft {

/// Sorts frames and rules into places to write in and printed ones. `frames`: those that are neither cells
/// nor checkboxes.
void addWritePlaces(const PageFindings& page, const std::vector<Frame>& frames, AnswerPlaces& result);

} // namespace scanstraat::draft
