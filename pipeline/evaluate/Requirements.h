// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/Report.h"

#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// A figure and its limit: the least for shares that are right or identified, else the most.
struct Requirement
{
    std::string figure;
    double limit = 0.0;
};

/// Reads "fields-right=0.95,boxes-accepted-wrong=0", or a file with one of these a line ('#' starts a
/// comment). Throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] std::vector<Requirement> parseRequirements(const std::string& text);

/// What the report does not live up to, one sentence each; empty: all is met. A figure that the report
/// does not have throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] std::vector<std::string> unmet(const Report& report,
                                             const std::vector<Requirement>& requirements);

} // namespace scanstraat::evaluate
