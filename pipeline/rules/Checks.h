// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace scanstraat::rules {

/// Nine digits, not all zero, 9a+8b+7c+6d+5e+4f+3g+2h-i divisible by 11.
[[nodiscard]] bool passesElfproef(std::string_view nineDigits);

/// `NNNNNNNNNLNN`: an RSIN that passes the elfproef, L, two digits.
[[nodiscard]] bool isLoonheffingennummer(std::string_view text);

/// 1000-9999 and two letters, not SA, SD or SS: "1234AB".
[[nodiscard]] bool isPostcode(std::string_view text);

/// Ten digits starting with 0, or + or 00 and 8 to 15 digits.
[[nodiscard]] bool isPhone(std::string_view text);

/// One @ with something before it and a dotted domain after it.
[[nodiscard]] bool isEmail(std::string_view text);

/// Letters with diacritics, space, - ' . / only, at least one letter; digits too when `digits`.
[[nodiscard]] bool isNameText(std::string_view utf8, bool digits);

} // namespace scanstraat::rules
