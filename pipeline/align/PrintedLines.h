// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <vector>

namespace scanstraat::align {

/// A short straight piece of a thin printed line along x or y.
struct LinePiece
{
    PointMm middle;
    bool vertical = false;
    double halfMm = 1.0; ///< half the length that is looked at
};

/// Places on the thin lines that the page prints: frames of combs and checkboxes, boxes, rules. At most
/// about 240, spread over the page; empty where a page has text only.
[[nodiscard]] std::vector<LinePiece> printedLines(const form::Page& page);

} // namespace scanstraat::align
