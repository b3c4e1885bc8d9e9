// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ReportIndex.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::app {

/// HTML of the page's fields as a table: question, value, confidence, state. Fields to review come with the
/// part of the picture that they were read from, and a link to the next item to review.
[[nodiscard]] std::string fieldTableHtml(const PageView& page, const ReportIndex& index);

/// HTML of the findings of the application or page at `anchor`, with a link to their field where it is on one
/// of `pages`. Those to review have their own anchor and a link to the next item. Empty for none.
[[nodiscard]] std::string findingsHtml(const std::vector<reading::Finding>& findings,
                                       const std::string& anchor, std::span<const PageView> pages,
                                       const ReportIndex& index);

/// The technical cause, in English, folded up. Empty for none.
[[nodiscard]] std::string detailHtml(const std::string& detail);

/// Link from the item at `anchor` to the next one to review, or back to the top.
[[nodiscard]] std::string nextLinkHtml(const std::string& anchor, const ReportIndex& index);

} // namespace scanstraat::app
