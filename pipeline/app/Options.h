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

/// The same for the day of a scan: not before 2000, when nobody scanned these forms.
[[nodiscard]] std::chrono::year_month_day parseScanDate(const std::string& text);

/// The value of --out, which must be there: an empty one (a variable that is not set) would be the folder
/// that the shell stands in. Throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] std::filesystem::path outOption(const boost::program_options::variables_map& values,
                                              const std::string& command);

[[nodiscard]] std::chrono::year_month_day today();

} // namespace scanstraat::app
