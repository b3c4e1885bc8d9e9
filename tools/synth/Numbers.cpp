// SPDX-License-Identifier: EUPL-1.2
#include "Numbers.h"

#include <array>
#include <cstdio>

namespace scanstraat::synth {

namespace {

int daysInMonth(int month, int year)
{
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::string formatted(const char* format, int a, int b, int c)
{
    char text[16] = {};
    std::snprintf(text, sizeof text, format, a, b, c);
    return text;
}

} // namespace

bool passesElfproef(const std::string& nineDigits)
{
    if (nineDigits.size() != 9 || nineDigits == "000000000") {
        return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; ++i) {
        sum += (i == 8 ? -1 : 9 - i) * (nineDigits[static_cast<std::size_t>(i)] - '0');
    }
    return sum % 11 == 0;
}

std::string randomDigits(Random& random, int count)
{
    std::string digits;
    for (int i = 0; i < count; ++i) {
        digits += static_cast<char>('0' + random.integer(i == 0 ? 1 : 0, 9));
    }
    return digits;
}

std::string randomBsn(Random& random, bool valid)
{
    std::string bsn;
    do {
        bsn = randomDigits(random, 9);
    } while (!passesElfproef(bsn));
    if (!valid) {
        char& digit = bsn[static_cast<std::size_t>(random.integer(1, 8))];
        digit = static_cast<char>('0' + (digit - '0' + random.integer(1, 9)) % 10);
    }
    return bsn;
}

std::string Day::iso() const
{
    return formatted("%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

std::string Day::digits() const
{
    return formatted("%02d%02d%04d", day % 100, month % 100, year % 10000);
}

bool Day::exists() const
{
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year);
}

Day randomDay(Random& random, int firstYear, int lastYear)
{
    Day result;
    result.year = random.integer(firstYear, lastYear);
    result.month = random.integer(1, 12);
    result.day = random.integer(1, daysInMonth(result.month, result.year));
    return result;
}

Day impossibleDay(Random& random, int firstYear, int lastYear)
{
    constexpr std::array<int, 4> kShortMonths{4, 6, 9, 11};
    Day result;
    result.year = random.integer(firstYear, lastYear);
    const bool february = random.chance(0.5);
    result.month = february ? 2 : kShortMonths[random.index(kShortMonths.size())];
    result.day = february ? random.integer(30, 31) : 31;
    return result;
}

} // namespace scanstraat::synth
