// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Result.h"
#include "page/PageImage.h"
#include "scan/ScanFile.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace scanstraat::scan {

using Bytes = std::vector<std::uint8_t>;

/// A decoded picture with the resolution that its file states; 0: none stated.
struct RawImage
{
    cv::Mat grey;
    cv::Mat chroma{}; ///< see page::PageImage::chroma
    double dpiX = 0.0;
    double dpiY = 0.0;
    bool bitonal = false;
};

/// Fails when a picture of that size is over the limit; the message gives both.
[[nodiscard]] std::optional<ScanProblem> checkSize(long long width, long long height,
                                                   const ScanLimits& limits);

/// A whole PNG or JPEG file, checked for its end marker.
[[nodiscard]] Result<RawImage, ScanProblem> decodePngOrJpeg(std::span<const std::uint8_t> file,
                                                            const ScanLimits& limits);

/// A4 where the file states no or an impossible resolution; square pixels; at most limits.maxDpi.
[[nodiscard]] page::PageImage normalise(RawImage raw, const ScanLimits& limits);

} // namespace scanstraat::scan
