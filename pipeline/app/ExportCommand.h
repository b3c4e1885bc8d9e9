// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat export`: the records of a run as JSON lines, or as CSV tables, one a form. Returns the exit
/// code.
int runExportCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
