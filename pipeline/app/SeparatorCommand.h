// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat separator print`: a separator sheet as PDF. Returns the exit code; throws scanstraat::Error.
int runSeparatorCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
