// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ReportIndex.h"

#include <string>

namespace scanstraat::app {

/// HTML of the page's picture with its fields framed in the colour of their state, marked boxes in that of
/// their mark, and values and marks written beside them where there is room. A sentence where there is no
/// picture.
[[nodiscard]] std::string pictureHtml(const PageView& page);

/// HTML of the part of the page's picture around `area`, at a scale to read by.
[[nodiscard]] std::string cutOutHtml(const PageView& page, const RectMm& area);

} // namespace scanstraat::app
