// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Sheet.h"

#include <optional>

namespace scanstraat::draft {

/// A printed line as measured across it.
struct MeasuredLine
{
    double at = 0.0;      ///< its middle, in mm of the sheet
    double widthMm = 0.0; ///< at half its darkness
};

/// Where to look for a line.
struct LineSearch
{
    bool vertical = false; ///< the line runs along y
    double from = 0.0;     ///< mm along the line
    double to = 0.0;
    double near = 0.0;  ///< mm across it
    double reach = 0.6; ///< mm to both sides of `near`
};

/// The line nearest to `near` to a fraction of a pixel: the median of several profiles across it, so that
/// what crosses it does not count; none where nothing darker than its surroundings runs there.
[[nodiscard]] std::optional<MeasuredLine> measureLine(const Sheet& sheet, const LineSearch& search);

} // namespace scanstraat::draft
