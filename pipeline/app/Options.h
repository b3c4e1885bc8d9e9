// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/program_options.hpp>

#include <chrono>
#include <filesystem>
#include <span>
#include <string>

namespace scanstraat::app {

/// Parses the arguments of one command; up to `count` (-1: any number) without a name go to the option
/// `positional`. Throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] boost::program_options::variables_map
parseOptions(std::span<const std::string> arguments,
             const boost::program_options::options_description& description, const std::string& positional,
             int count);

/// A date of the form YYYY-MM-DD. Throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] std::chrono::year_month_day parseDate(const std::string& text);

[[nodiscard]] std::chrono::year_month_day today();

/// Throws scanstraat::Error with ExitCode::output when the folder cannot be made.
void createDebugFolder(const std::filesystem::path& folder);

} // namespace scanstraat::app
