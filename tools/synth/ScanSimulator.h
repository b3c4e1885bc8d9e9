// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanSettings.h"
#include "Sheet.h"

#include <opencv2/core.hpp>

#include <array>

namespace scanstraat::synth {

/// A page as the scanner gives it.
struct ScannedPage
{
    cv::Mat pixels; ///< 8-bit grey, 8-bit BGR, or 8-bit black and white (0 and 255)
    double dpi = 300.0;
    ColourMode mode = ColourMode::grey;
    int jpegQuality = 75;
    std::array<double, 6> mmToPixel{}; ///< see docs/truth.md
};

/// Prints, feeds and scans one sheet.
[[nodiscard]] ScannedPage scan(const Sheet& sheet, const JobSettings& job, const PageSettings& page,
                               Random& random);

} // namespace scanstraat::synth
