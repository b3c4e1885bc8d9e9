// SPDX-License-Identifier: EUPL-1.2
#include "app/Options.h"

#include "base/Error.h"

#include <cstdio>
#include <vector>

namespace scanstraat::app {

namespace po = boost::program_options;

po::variables_map parseOptions(std::span<const std::string> arguments,
                               const po::options_description& description, const std::string& positional,
                               int count)
{
    po::positional_options_description places;
    if (!positional.empty()) {
        places.add(positional.c_str(), count);
    }
    try {
        po::variables_map values;
        const std::vector<std::string> words(arguments.begin(), arguments.end());
        po::store(po::command_line_parser(words).options(description).positional(places).run(), values);
        po::notify(values);
        return values;
    } catch (const po::error& error) {
        throw Error(std::string(error.what()) + "; see --help", ExitCode::usage);
    }
}

std::chrono::year_month_day parseDate(const std::string& text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) == 3) {
        const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                               std::chrono::day(day)};
        if (date.ok()) {
            return date;
        }
    }
    throw Error("\"" + text + "\" is no date of the form YYYY-MM-DD", ExitCode::usage);
}

std::chrono::year_month_day today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

void createDebugFolder(const std::filesystem::path& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        throw Error(folder.string() + ": cannot be created (" + problem.message() + ")", ExitCode::output);
    }
}

} // namespace scanstraat::app
