// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanSimulator.h"

#include <filesystem>
#include <span>

namespace scanstraat::synth {

/// Writes pages as one PDF file, a picture a page: JPEG for grey and colour (or Flate where `lossless`),
/// CCITT G4 for black and white. Throws scanstraat::Error with ExitCode::output when it cannot.
void writePdf(const std::filesystem::path& file, std::span<const ScannedPage> pages, bool lossless);

} // namespace scanstraat::synth
