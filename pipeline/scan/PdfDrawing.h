// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

namespace scanstraat::scan {

/// Of the visible page, in points, before the page is turned.
struct PdfPageSize
{
    double widthPt = 0.0;
    double heightPt = 0.0;
};

/// Draws page `index` (from 0) at 300 dpi with poppler's program pdftoppm: all that a reader sees, with
/// annotations and filled-in fields, and turned as the page says. In grey: it has no chroma.
[[nodiscard]] Result<RawImage, ScanProblem> drawPdfPage(const std::filesystem::path& path, int index,
                                                        PdfPageSize size, const ScanLimits& limits);

} // namespace scanstraat::scan
