// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace scanstraat::app {

/// Style sheet of the report. Class names are the names of states in records (reading::toString).
extern const std::string_view kReportStyle;

} // namespace scanstraat::app
