// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/Record.h"

#include <filesystem>
#include <string_view>

namespace scanstraat::record {

/// Reads what toJson wrote; the fields are on the pages that they came from. Of a box's probabilities
/// only that of its state is kept. Throws std::invalid_argument with what is wrong.
[[nodiscard]] reading::Record parseRecord(std::string_view json);

/// The same from a file. Throws scanstraat::Error with ExitCode::usage and the file's name.
[[nodiscard]] reading::Record readRecord(const std::filesystem::path& file);

} // namespace scanstraat::record
