// SPDX-License-Identifier: EUPL-1.2
#include "program/ToolProgram.h"

#include "base/Error.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <exception>
#include <iostream>

namespace scanstraat::program {

namespace {

options::variables_map parsed(const options::options_description& wanted, int argc, char** argv)
{
    options::variables_map values;
    try {
        const options::positional_options_description none;
        options::store(options::command_line_parser(argc, argv).options(wanted).positional(none).run(),
                       values);
        options::notify(values);
    } catch (const options::error& error) {
        throw Error(std::string(error.what()) + " (see --help)", ExitCode::usage);
    }
    return values;
}

} // namespace

int runTool(const std::string& name, const options::options_description& wanted, int argc, char** argv,
            const std::function<int(const options::variables_map&)>& work)
{
    cv::setNumThreads(1); // pictures are small; helpers would wait more than they work
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    try {
        const options::variables_map values = parsed(wanted, argc, argv);
        if (values.count("help") != 0) {
            std::cout << wanted;
            return static_cast<int>(ExitCode::success);
        }
        return work(values);
    } catch (const Error& error) {
        std::cerr << name << ": " << error.what() << "\n";
        return static_cast<int>(error.code());
    } catch (const std::exception& error) {
        std::cerr << name << ": " << error.what() << "\n";
        return static_cast<int>(ExitCode::internal);
    }
}

int numberOf(const options::variables_map& values, const std::string& option, int least)
{
    const int number = values[option].as<int>();
    if (number < least) {
        throw Error("--" + option + " " + std::to_string(number) + ": must be " + std::to_string(least) +
                        " or more",
                    ExitCode::usage);
    }
    return number;
}

} // namespace scanstraat::program
