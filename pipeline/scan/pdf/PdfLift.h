// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/PdfImage.h"

#include <qpdf/QPDFObjectHandle.hh>

namespace scanstraat::scan {

/// Takes the packed pixels out of a picture of the PDF; none where only a full renderer shows them
/// right (masks, palettes, CMYK, rare compressions). `widthPt` and `quarterTurns` are left alone. Fails
/// by the size that the PDF states, before anything is unpacked.
[[nodiscard]] Result<std::optional<PdfImage>, ScanProblem> liftPdfImage(QPDFObjectHandle picture,
                                                                        const ScanLimits& limits);

} // namespace scanstraat::scan
