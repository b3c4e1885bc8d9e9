// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/InkMaps.h"

#include <vector>

namespace scanstraat::draft {

/// All closed outlines from 1.8 mm: rectangles, cells of tables and combs, round boxes, bright places in a
/// tint; each measured to a fraction of a pixel. From top to bottom, then left to right.
[[nodiscard]] std::vector<Frame> findFrames(const Sheet& sheet, const InkMaps& maps);

} // namespace scanstraat::draft
