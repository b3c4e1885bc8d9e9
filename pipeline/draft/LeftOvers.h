// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/FieldMaker.h"
#include "draft/Findings.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

/// What is printed as places to answer in are and became no field: outlines with something in them, tinted
/// areas, signs for boxes and blanks in the text. An item each, boxes in a row together.
[[nodiscard]] std::vector<std::string> leftOvers(const PageFindings& found, const DraftPage& draft);

} // namespace scanstraat::draft
