// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/Holding.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace scanstraat::record {

constexpr const char* kHoldingSchema = "scanstraat/holding/1";

/// The holding as JSON (docs/holding.schema.json): two spaces, final newline, no times.
[[nodiscard]] std::string toJson(const reading::Holding& holding);

/// Reads what toJson wrote. Throws std::invalid_argument with what is wrong.
[[nodiscard]] reading::Holding parseHolding(std::string_view json);

/// The same from a file. Throws scanstraat::Error with ExitCode::usage and the file's name.
[[nodiscard]] reading::Holding readHolding(const std::filesystem::path& file);

} // namespace scanstraat::record
