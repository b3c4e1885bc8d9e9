// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace scanstraat::app {

/// The text for one line on a terminal: control characters (C0, DEL and C1), which a file name may hold and
/// which would steer the terminal, stand as \xNN.
[[nodiscard]] std::string terminalText(const std::string& text);

} // namespace scanstraat::app
