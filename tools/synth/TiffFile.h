// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanSimulator.h"
#include "ScanWriter.h"

#include <filesystem>
#include <span>
#include <string>

namespace scanstraat::synth {

/// Writes pages as one TIFF file. Throws scanstraat::Error with ExitCode::output when it cannot.
void writeTiff(const std::filesystem::path& file, std::span<const ScannedPage> pages,
               TiffCompression compression);

/// The CCITT G4 data of a black and white page, as one strip without any header.
[[nodiscard]] std::string toG4(const cv::Mat& blackAndWhite);

} // namespace scanstraat::synth
