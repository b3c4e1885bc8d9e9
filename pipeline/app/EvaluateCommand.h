// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat evaluate --truth DIR --records DIR [--json] [--require LIST|FILE]`. The report goes to
/// stdout. Returns the exit code: that of ExitCode::evaluationFailed when a required figure is not met.
/// Throws scanstraat::Error for wrong use and for folders without truth or records.
int runEvaluateCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
