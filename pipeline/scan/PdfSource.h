// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

namespace scanstraat::scan {

/// Pages of a PDF. A page that is one scanned picture gives that picture's own pixels (JPEG, G4,
/// Flate); any other page is drawn at 300 dpi by poppler's program pdftoppm.
[[nodiscard]] Result<std::unique_ptr<const PageSource>, ScanProblem>
openPdf(const std::filesystem::path& path, Bytes file, const ScanLimits& limits);

} // namespace scanstraat::scan
