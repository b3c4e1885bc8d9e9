// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

#include <cstdint>
#include <span>

namespace scanstraat::scan {

/// The page of a TIFF file in memory whose directory stands at byte `directory`, brought to grey (its colours
/// apart) and turned as its orientation tag says. Every compression and kind of pixel that libtiff knows.
///
/// Fails with truncated where the file does not hold all of the page's pixels, damaged where they cannot
/// be decoded, tooLarge over the limit.
[[nodiscard]] Result<RawImage, ScanProblem> decodeTiffPage(std::span<const std::uint8_t> file,
                                                           std::uint64_t directory, const ScanLimits& limits);

} // namespace scanstraat::scan
