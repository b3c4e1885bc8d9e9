// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace scanstraat::draft {

/// Whether a word holds a letter or digit.
[[nodiscard]] bool hasLetters(std::string_view utf8);

/// Whether a word holds a character that is drawn as a box or circle to tick (U+25A0 to U+25FF, U+2610 to
/// U+2612, U+274F to U+2752) or one of a symbol font (U+E000 to U+F8FF).
[[nodiscard]] bool hasBoxSign(std::string_view utf8);

/// The text without such characters, without runs of dots and underlines, and with single spaces.
[[nodiscard]] std::string labelText(std::string_view utf8);

/// Small letters, for comparing: ASCII only.
[[nodiscard]] std::string lowered(std::string text);

} // namespace scanstraat::draft
