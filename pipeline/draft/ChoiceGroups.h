// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"
#include "draft/Findings.h"
#include "draft/LabelFinder.h"

#include <vector>

namespace scanstraat::draft {

/// Checkboxes that answer one question, in reading order.
using ChoiceGroup = std::vector<Checkbox>;

/// Puts checkboxes together that stand in one row, or in one column without a new question beside or between
/// them.
[[nodiscard]] std::vector<ChoiceGroup> groupChoices(const std::vector<Checkbox>& boxes,
                                                    const LabelFinder& labels, const PageFindings& page);

} // namespace scanstraat::draft
