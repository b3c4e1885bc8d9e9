// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat run INPUT… --out DIR`. Returns the exit code; throws scanstraat::Error.
int runRunCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
