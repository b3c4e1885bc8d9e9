// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

#include <string>

namespace scanstraat::scan {

/// How the pixels of a picture in a PDF are packed.
enum class PdfPacking { jpeg, group4, samples };

/// A picture lifted out of a PDF, not decoded yet.
struct PdfImage
{
    PdfPacking packing = PdfPacking::samples;
    Bytes data;
    int width = 0;
    int height = 0;
    int bits = 8;     ///< per sample; `samples` only
    int channels = 1; ///< 1 grey, 3 RGB; `samples` only
    bool zeroIsBlack = true;
    double widthPt = 0.0; ///< on the page, along the picture's rows
    int quarterTurns = 0; ///< clockwise, 0 to 3: from the picture's pixels to the page as seen

    /// Bytes of one row of samples.
    [[nodiscard]] std::size_t stride() const
    {
        return (static_cast<std::size_t>(width) * static_cast<std::size_t>(channels * bits) + 7) / 8;
    }
};

/// Decodes the picture; the resolution follows from its size on the page.
[[nodiscard]] Result<RawImage, ScanProblem> decodePdfImage(const PdfImage& image, const ScanLimits& limits);

} // namespace scanstraat::scan
