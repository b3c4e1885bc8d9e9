// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace scanstraat::test {

/// A folder with one scan of the first pages of form 6009, the first two with answers filled in.
std::filesystem::path goodScans();

/// The scan in it, a TIFF.
std::filesystem::path goodScan();

/// Number of pages in it.
constexpr std::size_t kGoodPages = 6;

/// Writes a white page: a bitonal TIFF, G4, 300 dpi.
void writeWhiteScan(const std::filesystem::path& path, std::uint32_t width, std::uint32_t height);

/// All files below a folder, hidden ones too, by their path in it; with their bytes.
std::map<std::string, std::string> filesIn(const std::filesystem::path& folder);

nlohmann::json readJson(const std::filesystem::path& file);

/// Pages that the records of an output folder hold, each page counted as often as it occurs.
std::size_t pagesInRecords(const std::filesystem::path& output);

/// Checks that nothing half-written is in an output folder.
void expectNothingHalfWritten(const std::filesystem::path& output);

} // namespace scanstraat::test
