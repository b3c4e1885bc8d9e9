// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanSimulator.h"

#include <string>

namespace scanstraat::synth {

/// The page as a JPEG file with its resolution in the header.
[[nodiscard]] std::string toJpeg(const ScannedPage& page);

/// The page as a PNG file (1 bit for black and white) with its resolution.
[[nodiscard]] std::string toPng(const ScannedPage& page);

/// Packed pixels, 1 for black: `stride` bytes a row.
[[nodiscard]] std::string packedBits(const cv::Mat& blackAndWhite);

} // namespace scanstraat::synth
