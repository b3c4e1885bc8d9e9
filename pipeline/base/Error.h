// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <stdexcept>
#include <string>

namespace scanstraat {

/// Exit codes of the programs, listed in README.md. Stable: add at the end, never renumber.
enum class ExitCode : int {
    success = 0,
    internal = 1,        ///< a defect of the program
    usage = 2,           ///< an unknown option, a missing argument
    someInputFailed = 3, ///< the run is complete, but a file could not be read
    noInput = 4,         ///< nothing to read was found
    output = 5,          ///< the output folder or a file in it cannot be written
    installation = 6,    ///< a template or model is missing or broken
    evaluationFailed = 7 ///< `evaluate --require` found figures below the wanted ones
};

/// What the machine may not do: a bad option, template, model or folder. Only main catches it.
/// The message names the place, the value and the limit or the cure.
class Error : public std::runtime_error
{
public:
    explicit Error(const std::string& message, ExitCode code = ExitCode::internal)
        : std::runtime_error(message), code_(code)
    {
    }

    [[nodiscard]] ExitCode code() const noexcept { return code_; }

private:
    ExitCode code_;
};

} // namespace scanstraat
