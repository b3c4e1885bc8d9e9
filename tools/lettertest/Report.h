// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "LetterCase.h"

#include <filesystem>
#include <string>

namespace scanstraat::lettertest {

/// What the cases say, as a part of a Markdown page; pictures are those of drawCharts in the folder
/// `pictures`, as the page names it.
[[nodiscard]] std::string toMarkdown(const Cases& cases, const std::string& pictures);

/// A line for every field.
[[nodiscard]] std::string toCsv(const Cases& cases);

/// Writes reliability.png, error-review-combs.png, error-review-lines.png, confusion-combs.png and
/// confusion-lines.png. Throws scanstraat::Error with ExitCode::output.
void drawCharts(const Cases& cases, const std::filesystem::path& folder);

/// The page with everything behind the line `<!-- figures -->` replaced by `figures`. Throws
/// scanstraat::Error with ExitCode::usage where the page has no such line.
[[nodiscard]] std::string withFigures(const std::string& page, const std::string& figures);

} // namespace scanstraat::lettertest
