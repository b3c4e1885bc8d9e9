// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/Sheet.h"

namespace scanstraat::draft {

/// Everything that is printed on a sheet but its texts.
[[nodiscard]] PageFindings searchPage(const Sheet& sheet);

} // namespace scanstraat::draft
