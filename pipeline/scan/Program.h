// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scanstraat::scan {

/// Runs a program found on PATH, without a shell, and returns its standard output; its messages are
/// dropped. None when it cannot be started, fails, or writes more than `maxBytes`. Thread safe.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> runProgram(const std::vector<std::string>& command,
                                                                  std::size_t maxBytes);

} // namespace scanstraat::scan
