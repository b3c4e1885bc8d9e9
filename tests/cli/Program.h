// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::test {

/// What a program left behind.
struct Outcome
{
    int code = -1; ///< -1: killed by a signal
    std::string out;
    std::string err;
};

/// Runs a program (a path, or a name on PATH) to its end, without a shell and without a terminal;
/// SCANSTRAAT_HOME is the source folder.
Outcome runProgram(const std::vector<std::string>& command);

/// Runs scanstraat with these arguments.
Outcome scanstraat(std::vector<std::string> arguments);

} // namespace scanstraat::test
