// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/InkMaps.h"

#include <span>
#include <vector>

namespace scanstraat::draft {

/// Dark pieces of print from 1 mm to 30 mm, areas too.
[[nodiscard]] std::vector<Blot> findBlots(const Sheet& sheet, const InkMaps& maps);

/// The adjustment fields near the corners of the sheet: pieces of one shape and size, at most one a corner.
[[nodiscard]] std::vector<form::AdjustmentField> findMarks(const Sheet& sheet, const InkMaps& maps,
                                                           std::span<const Blot> blots);

} // namespace scanstraat::draft
