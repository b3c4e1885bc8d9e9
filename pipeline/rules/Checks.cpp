// SPDX-License-Identifier: EUPL-1.2
#include "rules/Checks.h"

#include "rules/TextForm.h"

#include <algorithm>

namespace scanstraat::rules {

namespace {

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetterByte(char c)
{
    return isCapital(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

bool passesElfproef(std::string_view nineDigits)
{
    if (nineDigits.size() != 9 || !isDigits(nineDigits) || nineDigits == "000000000") {
        return false;
    }
    int sum = -(nineDigits[8] - '0');
    for (int i = 0; i < 8; ++i) {
        sum += (9 - i) * (nineDigits[static_cast<std::size_t>(i)] - '0');
    }
    return sum % 11 == 0;
}

bool isLoonheffingennummer(std::string_view text)
{
    return text.size() == 12 && passesElfproef(text.substr(0, 9)) && text[9] == 'L' &&
           isDigits(text.substr(10));
}

bool isPostcode(std::string_view text)
{
    if (text.size() != 6 || !isDigits(text.substr(0, 4)) || text[0] == '0' || !isCapital(text[4]) ||
        !isCapital(text[5])) {
        return false;
    }
    const std::string_view letters = text.substr(4);
    return letters != "SA" && letters != "SD" && letters != "SS";
}

bool isPhone(std::string_view text)
{
    if (text.starts_with('+')) {
        return text.size() >= 9 && text.size() <= 16 && isDigits(text.substr(1));
    }
    if (!isDigits(text)) {
        return false;
    }
    if (text.starts_with("00")) {
        return text.size() >= 10 && text.size() <= 17;
    }
    return text.size() == 10 && text[0] == '0';
}

bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos ||
        text.find(' ') != std::string_view::npos) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    const std::size_t dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size() && domain[0] != '.' &&
           domain.find("..") == std::string_view::npos;
}

bool isNameText(std::string_view utf8, bool digits)
{
    constexpr std::string_view kSigns = " -'./";
    const auto allowed = [digits, kSigns](char c) {
        return isLetterByte(c) || kSigns.find(c) != std::string_view::npos ||
               (digits && c >= '0' && c <= '9');
    };
    return std::all_of(utf8.begin(), utf8.end(), allowed) &&
           std::any_of(utf8.begin(), utf8.end(), isLetterByte);
}

} // namespace scanstraat::rules
