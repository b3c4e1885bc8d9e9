// SPDX-License-Identifier: EUPL-1.2
#include "record/Dates.h"

#include "rules/TextForm.h"

#include <numeric>
#include <vector>

namespace scanstraat::record {

namespace {

std::optional<WrittenDate> byGroups(const reading::FieldReading& reading, const form::Field& field)
{
    const int cells = std::accumulate(field.groups.begin(), field.groups.end(), 0);
    if (field.groups.size() != 3 || static_cast<std::size_t>(cells) != reading.characters.size()) {
        return std::nullopt;
    }
    std::vector<std::string> parts;
    std::size_t index = 0;
    for (const int group : field.groups) {
        std::string part;
        for (int i = 0; i < group; ++i) {
            part += reading.characters[index++].text;
        }
        parts.push_back(rules::withoutSpaces(part));
    }
    return WrittenDate{parts[0], parts[1], parts[2]};
}

std::optional<WrittenDate> bySeparators(std::string_view raw)
{
    std::vector<std::string> parts(1);
    for (const char c : raw) {
        if (c >= '0' && c <= '9') {
            parts.back() += c;
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
    }
    if (parts.back().empty()) {
        parts.pop_back();
    }
    if (parts.size() == 3) {
        return WrittenDate{parts[0], parts[1], parts[2]};
    }
    const std::string digits = rules::digitsOf(raw);
    if (digits.size() == 8) {
        return WrittenDate{digits.substr(0, 2), digits.substr(2, 2), digits.substr(4)};
    }
    return std::nullopt;
}

std::string twoDigits(const std::string& number)
{
    return number.size() == 1 ? "0" + number : number;
}

} // namespace

std::optional<WrittenDate> writtenDate(const reading::FieldReading& reading, const form::Field& field)
{
    const auto grouped = byGroups(reading, field);
    return grouped ? grouped : bySeparators(reading.raw);
}

std::optional<std::string> isoDate(const WrittenDate& date)
{
    const std::string day = twoDigits(date.day);
    const std::string month = twoDigits(date.month);
    if (day.size() != 2 || month.size() != 2 || date.year.size() != 4 ||
        !rules::isDigits(day + month + date.year)) {
        return std::nullopt;
    }
    return date.year + "-" + month + "-" + day;
}

std::optional<std::chrono::year_month_day> calendarDay(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-' || rules::digitsOf(iso).size() != 8) {
        return std::nullopt;
    }
    const std::string digits = rules::digitsOf(iso);
    const std::chrono::year_month_day day{
        std::chrono::year{std::stoi(digits.substr(0, 4))},
        std::chrono::month{static_cast<unsigned>(std::stoi(digits.substr(4, 2)))},
        std::chrono::day{static_cast<unsigned>(std::stoi(digits.substr(6, 2)))}};
    return day.ok() ? std::optional{day} : std::nullopt;
}

} // namespace scanstraat::record
