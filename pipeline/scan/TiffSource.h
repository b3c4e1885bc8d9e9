// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

namespace scanstraat::scan {

/// Pages of a TIFF or BigTIFF file. Fails when the chain of pages leads out of the file.
[[nodiscard]] Result<std::unique_ptr<const PageSource>, ScanProblem> openTiff(Bytes file,
                                                                              const ScanLimits& limits);

} // namespace scanstraat::scan
