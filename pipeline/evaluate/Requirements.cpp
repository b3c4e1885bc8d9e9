// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Requirements.h"

#include "base/Error.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace scanstraat::evaluate {

namespace {

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    const std::size_t last = text.find_last_not_of(" \t\r");
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

Requirement parseOne(const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos && equals > 0) {
        const std::string number = trimmed(text.substr(equals + 1));
        std::size_t used = 0;
        try {
            const double limit = std::stod(number, &used);
            if (used == number.size() && std::isfinite(limit)) {
                return {trimmed(text.substr(0, equals)), limit};
            }
        } catch (const std::logic_error&) { // not a number: reported below
        }
    }
    throw Error("--require: \"" + text + "\" is not of the form figure=number, with a finite number",
                ExitCode::usage);
}

bool moreIsBetter(const std::string& figure)
{
    return figure.ends_with("-right") || figure.ends_with("-identified") ||
           figure.find('-') == std::string::npos;
}

std::string contentOf(const std::string& text)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(text, failure)) {
        return text;
    }
    std::ifstream in(text);
    std::string content;
    for (std::string line; std::getline(in, line);) {
        content += line.substr(0, line.find('#')) + ",";
    }
    return content;
}

} // namespace

std::vector<Requirement> parseRequirements(const std::string& text)
{
    std::vector<Requirement> requirements;
    std::istringstream parts(contentOf(text));
    for (std::string part; std::getline(parts, part, ',');) {
        if (!trimmed(part).empty()) {
            requirements.push_back(parseOne(trimmed(part)));
        }
    }
    if (requirements.empty()) {
        throw Error("--require: nothing is required in \"" + text + "\"", ExitCode::usage);
    }
    return requirements;
}

std::vector<std::string> unmet(const Report& report, const std::vector<Requirement>& requirements)
{
    const std::map<std::string, double> known = figures(report);
    std::vector<std::string> failures;
    for (const Requirement& one : requirements) {
        const auto figure = known.find(one.figure);
        if (figure == known.end()) {
            throw Error("--require: there is no figure \"" + one.figure + "\"; --json lists them",
                        ExitCode::usage);
        }
        const bool least = moreIsBetter(one.figure);
        if (least ? figure->second < one.limit : figure->second > one.limit) {
            std::ostringstream sentence;
            sentence << one.figure << " is " << figure->second << ", wanted "
                     << (least ? "at least " : "at most ") << one.limit;
            failures.push_back(sentence.str());
        }
    }
    return failures;
}

} // namespace scanstraat::evaluate
