// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ReportIndex.h"

#include <string>

namespace scanstraat::app {

/// HTML of the top of the report: totals, pages in and out by class, what could not be read, the
/// applications with the way to what needs review, and the colours.
[[nodiscard]] std::string overviewHtml(const RunSummary& summary, const ReportIndex& index);

/// HTML of an application's items to review as links. Empty for none.
[[nodiscard]] std::string reviewListHtml(const ApplicationView& application);

} // namespace scanstraat::app
