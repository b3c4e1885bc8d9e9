// SPDX-License-Identifier: EUPL-1.2
#include "attachments/AttachmentText.h"

#include "rules/TextForm.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <regex>
#include <sstream>
#include <string_view>

namespace scanstraat::attachments {

namespace {

/// std::regex goes a step deeper for each sign: longer lines are no text.
constexpr std::size_t kLongestLine = 1000;

constexpr std::array<std::string_view, 12> kMonths{"JAN", "FEB", "MAA", "APR", "MEI", "JUN",
                                                   "JUL", "AUG", "SEP", "OKT", "NOV", "DEC"};

/// 1 to 12 by the beginning of its Dutch or English name; 0: none.
int monthOf(const std::string& name)
{
    static const std::array<std::pair<std::string_view, int>, 4> kOthers{
        {{"MAR", 3}, {"MRT", 3}, {"MAY", 5}, {"OCT", 10}}};
    const std::string_view start = std::string_view(name).substr(0, 3);
    const auto dutch = std::ranges::find(kMonths, start);
    if (dutch != kMonths.end()) {
        return static_cast<int>(dutch - kMonths.begin()) + 1;
    }
    const auto other = std::ranges::find(kOthers, start, &std::pair<std::string_view, int>::first);
    return other == kOthers.end() ? 0 : other->second;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(rules::upperCase(text));
    std::string line;
    while (std::getline(stream, line)) {
        line.resize(std::min(line.size(), kLongestLine));
        lines.push_back(line);
    }
    return lines;
}

template <typename Use>
void forEachMatch(const std::string& line, const std::regex& pattern, const Use& use)
{
    for (std::sregex_iterator match(line.begin(), line.end(), pattern); match != std::sregex_iterator();
         ++match) {
        use(*match);
    }
}

void addDate(std::vector<std::string>& dates, int year, int month, int day)
{
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return;
    }
    std::array<char, 16> iso{};
    std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", year, month, day);
    if (std::ranges::find(dates, iso.data()) == dates.end()) {
        dates.emplace_back(iso.data());
    }
}

/// The names in a line of a machine readable zone: "AYDIN" and "IKA" of "P<NLDAYDIN<<IKA" but for the
/// country.
void addParts(std::vector<std::string>& words, const std::string& word)
{
    constexpr std::size_t kBeforeName = 5; // "P<NLD"
    if (word.find('<') == std::string::npos) {
        return;
    }
    const bool isFirstLine = word.size() > kBeforeName && word[1] == '<';
    std::istringstream parts(isFirstLine ? word.substr(2) + "<" + word.substr(kBeforeName) : word);
    std::string part;
    while (std::getline(parts, part, '<')) {
        if (!part.empty()) {
            words.push_back(part);
        }
    }
}

} // namespace

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream stream(rules::upperCase(text));
    std::string word;
    while (stream >> word) {
        addParts(words, word);
        constexpr std::string_view kAround = ".,;:!?()[]{}\"'*_-/|=";
        const std::size_t first = word.find_first_not_of(kAround);
        if (first != std::string::npos) {
            words.push_back(word.substr(first, word.find_last_not_of(kAround) - first + 1));
        }
    }
    return words;
}

std::vector<std::string> datesOf(const std::string& text)
{
    static const std::regex kNumbers(
        R"((^|\D)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?((?:19|20)\d{2})(?!\d))");
    static const std::regex kIso(R"((^|\D)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d))");
    static const std::regex kNamed(R"((^|\D)(\d{1,2})\s+([A-Z]{3})[A-Z/.]*\s+((?:19|20)\d{2})(?!\d))");
    std::vector<std::string> dates;
    for (const std::string& line : linesOf(text)) {
        forEachMatch(line, kNumbers, [&](const std::smatch& m) {
            addDate(dates, std::stoi(m[4]), std::stoi(m[3]), std::stoi(m[2]));
        });
        forEachMatch(line, kIso, [&](const std::smatch& m) {
            addDate(dates, std::stoi(m[2]), std::stoi(m[3]), std::stoi(m[4]));
        });
        forEachMatch(line, kNamed, [&](const std::smatch& m) {
            addDate(dates, std::stoi(m[4]), monthOf(m[3]), std::stoi(m[2]));
        });
    }
    return dates;
}

std::vector<std::string> numbersOf(const std::string& text)
{
    static const std::regex kTen(R"((^|[^\d])(\d(?:[ .-]?\d){9})(?![ .-]?\d))");
    std::vector<std::string> numbers;
    for (const std::string& line : linesOf(text)) {
        forEachMatch(line, kTen,
                     [&](const std::smatch& m) { numbers.push_back(rules::digitsOf(m[2].str())); });
    }
    return numbers;
}

std::string questionOf(const std::string& text)
{
    static const std::regex kQuestion(R"(VRAAG\s*:?\s*([0-9]{1,2}(?:\.[0-9]{1,2})*|[A-J](?:\.[0-9]{1,2})+))");
    for (const std::string& line : linesOf(text)) {
        std::smatch match;
        if (std::regex_search(line, match, kQuestion)) {
            return match[1];
        }
    }
    return "";
}

} // namespace scanstraat::attachments
