// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/program_options.hpp>

#include <functional>
#include <string>

namespace scanstraat::program {

namespace options = boost::program_options;

/// A main function: parses the command line, prints `wanted` for --help, otherwise runs `work` and returns
/// what it does. Words without an option are refused. What is thrown becomes a line "`name`: ..." on stderr
/// and its exit code. OpenCV keeps to one thread and says nothing.
[[nodiscard]] int runTool(const std::string& name, const options::options_description& wanted, int argc,
                          char** argv, const std::function<int(const options::variables_map&)>& work);

/// The number that an option gives; throws Error with ExitCode::usage below `least`.
[[nodiscard]] int numberOf(const options::variables_map& values, const std::string& option, int least);

} // namespace scanstraat::program
