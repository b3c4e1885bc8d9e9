// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace scanstraat::synth {

/// Unicode characters of a UTF-8 text; what is not UTF-8 ends the text.
[[nodiscard]] std::u32string decode(const std::string& utf8);
[[nodiscard]] std::string encode(char32_t character);
[[nodiscard]] std::string encode(const std::u32string& text);

/// In capitals, composed (NFC), with single spaces.
[[nodiscard]] std::string capitals(const std::string& utf8);

/// Number of characters, not of bytes.
[[nodiscard]] std::size_t length(const std::string& utf8);

/// A letter taken apart: "É" is 'E' and the mark U+0301; "Ł" is 'L' and U+0335 (a bar).
struct Decomposed
{
    char32_t base = 0;
    std::u32string marks;
};
[[nodiscard]] Decomposed decompose(char32_t letter);

/// The ASCII base letters of a text: "É" becomes "E".
[[nodiscard]] std::string withoutMarks(const std::string& utf8);

/// Breaks at spaces into lines of at most `width` characters; longer words stand alone. Stops after
/// `lines` lines.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t lines);

} // namespace scanstraat::synth
