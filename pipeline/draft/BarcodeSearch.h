// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/Sheet.h"

#include <vector>

namespace scanstraat::draft {

/// All barcodes of a page that ZXing reads, linear and square ones, from top to bottom.
[[nodiscard]] std::vector<FoundBarcode> findBarcodes(const Sheet& sheet);

} // namespace scanstraat::draft
