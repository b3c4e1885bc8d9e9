// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/InkMaps.h"

#include <vector>

namespace scanstraat::draft {

/// Rectangular areas of a tint or of black from 3 mm, with their shade; what is printed on them does not
/// count. Areas of another shape are left out.
[[nodiscard]] std::vector<form::PrintedBox> findFills(const Sheet& sheet, const InkMaps& maps);

} // namespace scanstraat::draft
