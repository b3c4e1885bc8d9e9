// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/Report.h"
#include "reading/Holding.h"
#include "reading/Record.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// Compares truth files (docs/truth.md) with records, page by page, by file name and page number. Either
/// folder may be the one above `truth/` or `records/`. Throws scanstraat::Error when a folder has none.
[[nodiscard]] Report evaluate(const std::filesystem::path& truth, const std::filesystem::path& records);

/// The records (*.json) of a folder, which may be the one above `records/`, sorted by name. Throws
/// scanstraat::Error with ExitCode::noInput when there is none, as record::readRecord for a broken one.
[[nodiscard]] std::vector<reading::Record> loadRecords(const std::filesystem::path& folder);

/// The pages that a run holds for a person (`holding/` beside `records/`), sorted by name; none where there
/// is no such folder. `folder`: as for loadRecords().
[[nodiscard]] std::vector<reading::Holding> loadHoldings(const std::filesystem::path& folder);

/// The kinds of fields that are written in combs.
[[nodiscard]] const std::set<std::string>& combKinds();

/// Least number of inserted, removed and replaced characters (UTF-8) between two texts.
[[nodiscard]] int editDistance(const std::string& a, const std::string& b);

} // namespace scanstraat::evaluate
