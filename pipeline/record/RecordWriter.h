// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/Record.h"

#include <filesystem>
#include <string>

namespace scanstraat::record {

constexpr const char* kRecordSchema = "scanstraat/record/1";

/// The record as JSON (docs/record.schema.json): two spaces, final newline, no times, so that the same
/// scans give the same bytes.
[[nodiscard]] std::string toJson(const reading::Record& record);

/// Writes `<folder>/<record id>.json`, whole or not at all; returns its path. Throws scanstraat::Error
/// with ExitCode::output.
std::filesystem::path writeRecord(const reading::Record& record, const std::filesystem::path& folder);

} // namespace scanstraat::record
