// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/InkMaps.h"

#include <span>
#include <vector>

namespace scanstraat::draft {

/// Straight lines that are no side of one of `frames`: rules to write on and between sections, dotted and
/// dashed ones too, and upright ones. From top to bottom.
[[nodiscard]] std::vector<Rule> findRules(const Sheet& sheet, const InkMaps& maps,
                                          std::span<const Frame> frames);

/// Combs that are a base line with short ticks on it. Takes the lines they are made of out of `rules`.
[[nodiscard]] std::vector<TickComb> takeTickCombs(std::vector<Rule>& rules);

} // namespace scanstraat::draft
