// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace scanstraat::rules {

/// Capitals; knows the letters of Latin-1 and Latin Extended-A in UTF-8, leaves the rest as it is.
[[nodiscard]] std::string upperCase(std::string_view utf8);

/// Small letters, ASCII only.
[[nodiscard]] std::string lowerAscii(std::string_view text);

/// No space at the ends, line breaks and runs of spaces become one space.
[[nodiscard]] std::string singleSpaced(std::string_view text);

[[nodiscard]] std::string withoutSpaces(std::string_view text);

/// The digits 0-9 alone.
[[nodiscard]] std::string digitsOf(std::string_view text);
[[nodiscard]] bool isDigits(std::string_view text);

/// For comparing: capitals without diacritics, what is no letter or digit becomes one space.
[[nodiscard]] std::string folded(std::string_view utf8);

} // namespace scanstraat::rules
