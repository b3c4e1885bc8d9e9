// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>

namespace scanstraat::scan {

/// The brightness of a JPEG picture in memory, as stored (an orientation tag is left to the reader of marks).
///
/// Fails with truncated where the decoder had to invent pixels, with damaged where it cannot go on.
[[nodiscard]] Result<cv::Mat, ScanProblem> decodeJpeg(std::span<const std::uint8_t> file);

} // namespace scanstraat::scan
