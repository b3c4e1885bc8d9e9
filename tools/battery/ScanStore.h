// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanCamera.h"

#include <filesystem>
#include <string>

namespace scanstraat::battery {

/// Writes a scan as the scene wants it, with its resolution, a wrong one or none. Returns the file's path:
/// `folder`/`name` and the ending of the format. Throws scanstraat::Error with ExitCode::output.
std::filesystem::path storeScan(const std::filesystem::path& folder, const std::string& name,
                                const Scan& scan, const Scene& scene);

} // namespace scanstraat::battery
