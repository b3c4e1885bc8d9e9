// SPDX-License-Identifier: EUPL-1.2
#include "app/Options.h"

#include "base/Error.h"

#include <regex>
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
    static const std::regex form("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    std::smatch parts;
    if (std::regex_match(text, parts, form)) {
        const int year = std::stoi(parts[1]);
        const auto month = static_cast<unsigned>(std::stoi(parts[2]));
        const auto day = static_cast<unsigned>(std::stoi(parts[3]));
        const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                               std::chrono::day(day)};
        if (date.ok()) {
            return date;
        }
    }
    throw Error("\"" + text + "\" is no date of the form YYYY-MM-DD", ExitCode::usage);
}

std::chrono::year_month_day parseScanDate(const std::string& text)
{
    constexpr std::chrono::year kFirst(2000);
    const std::chrono::year_month_day date = parseDate(text);
    if (date.year() < kFirst) {
        throw Error("--scan-date " + text + " is before 2000", ExitCode::usage);
    }
    return date;
}

std::filesystem::path outOption(const po::variables_map& values, const std::string& command)
{
    const std::string out = values["out"].as<std::string>();
    if (out.empty()) {
        throw Error(command + ": --out is empty; name a place", ExitCode::usage);
    }
    return out;
}

std::chrono::year_month_day today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

} // namespace scanstraat::app
