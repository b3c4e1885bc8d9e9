// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace scanstraat::app {

/// `schema` of run.json.
constexpr std::string_view kRunSchema = "scanstraat/run/1";

/// What the run that wrote its results into `folder` wrote, by its run.json: paths in the folder, with '/'.
/// None where there is no run.json, or where it is not from a run of ours.
[[nodiscard]] std::optional<std::set<std::string>> filesOfRun(const std::filesystem::path& folder);

/// Throws scanstraat::Error with ExitCode::output where results that a new run would replace (`records`, `holding`,
/// `report`, `report.html`, `run.json`) are or hold anything that filesOfRun() does not account for.
void refuseForeignFiles(const std::filesystem::path& folder);

} // namespace scanstraat::app
