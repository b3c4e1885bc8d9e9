// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

#include <cstdint>
#include <span>

namespace scanstraat::scan {

/// The brightness and the colours of a JPEG picture in memory, as stored (an orientation tag is left to the
/// reader of marks, its resolution to the caller). Colours that have more samples than the brightness, which
/// no scanner writes, are left out.
///
/// Fails with truncated where the decoder had to invent pixels, with damaged where it cannot go on.
[[nodiscard]] Result<RawImage, ScanProblem> decodeJpeg(std::span<const std::uint8_t> file);

} // namespace scanstraat::scan
