// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace scanstraat::scan {

/// Why a program gave nothing that can be used.
enum class ProgramProblem {
    cannotStart,   ///< not on PATH, or not allowed to run
    failed,        ///< crashed, or ended with another exit code than 0
    tooMuchOutput, ///< stopped by us
    tooSlow        ///< stopped by us
};

struct ProgramLimits
{
    std::size_t maxBytes = 0;               ///< of standard output
    std::chrono::milliseconds time{60'000}; ///< from start to end
};

/// Runs a program found on PATH, without a shell, and returns its standard output; its messages are
/// dropped. A program over a limit is killed. Thread safe.
[[nodiscard]] Result<std::vector<std::uint8_t>, ProgramProblem>
runProgram(const std::vector<std::string>& command, const ProgramLimits& limits);

} // namespace scanstraat::scan
