// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat show`: one application of a run for a person to read. Returns the exit code.
int runShowCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
