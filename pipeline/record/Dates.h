// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/FieldReading.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace scanstraat::record {

/// Day, month and year as they were written.
struct WrittenDate
{
    std::string day;
    std::string month;
    std::string year;
};

/// Sorts the characters of a date field into day, month and year: by the groups of the comb, else by
/// separators, else as DDMMYYYY. None when it is not clear which is which.
[[nodiscard]] std::optional<WrittenDate> writtenDate(const reading::FieldReading& reading,
                                                     const form::Field& field);

/// "1985-03-07", also when no calendar has that day; none unless one or two, one or two, and four digits.
[[nodiscard]] std::optional<std::string> isoDate(const WrittenDate& date);

/// The day of "1985-03-07"; none when the text is no such date or no calendar has that day.
[[nodiscard]] std::optional<std::chrono::year_month_day> calendarDay(std::string_view iso);

} // namespace scanstraat::record
