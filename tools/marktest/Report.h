// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Case.h"

#include <filesystem>
#include <string>

namespace scanstraat::marktest {

/// All tables in Markdown, a part for each set that was run.
[[nodiscard]] std::string toMarkdown(const Cases& cases);

/// Writes reliability.png and error-review.png into `folder`. Throws scanstraat::Error with ExitCode::output.
void drawCharts(const Cases& cases, const std::filesystem::path& folder);

} // namespace scanstraat::marktest
