// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace scanstraat::app {

/// `scanstraat bench INPUT…`: CPU milliseconds per stage and the cost of a page in decodes (the time to
/// decode the same page from a grey JPEG), measured side by side in one run on one thread.
int runBenchCommand(std::span<const std::string> arguments);

} // namespace scanstraat::app
