// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

namespace scanstraat::scan {

/// Pages of a PDF. A page that shows one scanned picture and nothing else gives that picture's own pixels
/// (JPEG, G4, Flate), turned like the page as seen; any other page is drawn at 300 dpi by poppler's program
/// pdftoppm.
[[nodiscard]] Result<std::unique_ptr<const PageSource>, ScanProblem>
openPdf(const std::filesystem::path& path, Bytes file, const ScanLimits& limits);

} // namespace scanstraat::scan
