// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/RunSummary.h"
#include "form/FormTemplate.h"

#include <span>
#include <string>

namespace scanstraat::app {

/// The run as one HTML page in Dutch: the applications, and for each page its picture (in `report/`)
/// with what was read laid over it, and a table of field, value, confidence and state.
[[nodiscard]] std::string reportHtml(const RunSummary& summary,
                                     std::span<const form::FormTemplate> templates);

} // namespace scanstraat::app
