// SPDX-License-Identifier: EUPL-1.2
#include "app/BenchCommand.h"
#include "app/EvaluateCommand.h"
#include "app/ExportCommand.h"
#include "app/RunCommand.h"
#include "app/SeparatorCommand.h"
#include "app/ShowCommand.h"
#include "app/TemplateCommand.h"
#include "base/Error.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <iostream>
#include <string>
#include <vector>

namespace {

using scanstraat::Error;
using scanstraat::ExitCode;

constexpr const char* kUsage = R"(usage: scanstraat COMMAND [OPTION...]

  run INPUT... --out DIR   read scans into records and a report
  show ID --records DIR    one application of a run, to read
  export DIR               the records of a run as JSON lines or CSV tables
  template list|show|check|draft|print|preview|compose
                           the forms that can be read
  separator print --out F.pdf
                           a sheet to lay between two applications
  evaluate --truth DIR --records DIR
                           compare records with what was written
  bench INPUT...           cost of a page, by stage
  version                  print the version

'scanstraat COMMAND --help' shows the options. Exit codes: 0 done, 1 defect of the program, 2 wrong
use, 3 done but some input could not be read, 4 nothing to read, 5 output cannot be written,
6 template or model missing or broken, 7 evaluation below what was required; run: 128 + the number of
the signal that stopped it.
)";

/// Workers are our threads: the libraries must not start their own.
void keepLibrariesSingleThreaded()
{
    cv::setNumThreads(1);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

int dispatch(const std::vector<std::string>& words)
{
    const std::string command = words.empty() ? "" : words.front();
    const auto arguments = std::span(words).subspan(words.empty() ? 0 : 1);
    if (command == "run") {
        return scanstraat::app::runRunCommand(arguments);
    }
    if (command == "show") {
        return scanstraat::app::runShowCommand(arguments);
    }
    if (command == "export") {
        return scanstraat::app::runExportCommand(arguments);
    }
    if (command == "template") {
        return scanstraat::app::runTemplateCommand(arguments);
    }
    if (command == "separator") {
        return scanstraat::app::runSeparatorCommand(arguments);
    }
    if (command == "evaluate") {
        return scanstraat::app::runEvaluateCommand(arguments);
    }
    if (command == "bench") {
        return scanstraat::app::runBenchCommand(arguments);
    }
    if (command == "version" || command == "--version") {
        std::cout << "scanstraat " SCANSTRAAT_VERSION "\n";
        return static_cast<int>(ExitCode::success);
    }
    if (command == "help" || command == "--help" || command == "-h") {
        std::cout << kUsage;
        return static_cast<int>(ExitCode::success);
    }
    throw Error(command.empty() ? std::string("no command named; see scanstraat --help")
                                : "unknown command \"" + command + "\"; see scanstraat --help",
                ExitCode::usage);
}

} // namespace

int main(int argc, char** argv)
{
    keepLibrariesSingleThreaded();
    try {
        const int code = dispatch(std::vector<std::string>(argv + 1, argv + argc));
        if (!std::cout.flush()) {
            throw Error("standard output cannot be written; check where it goes to", ExitCode::output);
        }
        return code;
    } catch (const Error& error) {
        std::cerr << "scanstraat: " << error.what() << '\n';
        return static_cast<int>(error.code());
    } catch (const std::exception& error) {
        std::cerr << "scanstraat: internal error: " << error.what() << '\n';
        return static_cast<int>(ExitCode::internal);
    } catch (...) {
        std::cerr << "scanstraat: internal error: something was thrown that is no exception\n";
        return static_cast<int>(ExitCode::internal);
    }
}
