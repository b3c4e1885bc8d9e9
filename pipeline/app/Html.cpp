// SPDX-License-Identifier: EUPL-1.2
#include "app/Html.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace scanstraat::app {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

/// Bytes of the sequence that `lead` opens; 0 when it opens none.
std::size_t lengthFrom(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Neither overlong nor half a surrogate pair, and a character that HTML may hold.
bool isAllowed(std::uint32_t code, std::size_t length)
{
    constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    const bool noCharacter = (code >= 0xFDD0 && code < 0xFDF0) || (code & 0xFFFEU) == 0xFFFEU;
    return code >= kLeast[length] && code <= 0x10FFFF && !control && !surrogate && !noCharacter;
}

/// Bytes of the character at the start of `text`; 0 when there is none that HTML may hold.
std::size_t characterLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lengthFrom(lead);
    if (length == 0 || length > text.size()) {
        return 0;
    }
    std::uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) {
            return 0;
        }
        code = (code << 6U) | (next & 0x3FU);
    }
    return isAllowed(code, length) ? length : 0;
}

std::string escaped(std::string_view text, std::string_view lineBreak)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const std::string_view character = text.substr(0, length);
        if (length == 0) {
            result += kReplacement;
        } else if (character == "&") {
            result += "&amp;";
        } else if (character == "<") {
            result += "&lt;";
        } else if (character == ">") {
            result += "&gt;";
        } else if (character == "\"") {
            result += "&quot;";
        } else if (character == "'") {
            result += "&#39;";
        } else {
            result += character == "\n" ? lineBreak : character;
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

} // namespace

std::string htmlText(std::string_view text)
{
    return escaped(text, "<br>");
}

std::string htmlAttribute(std::string_view text)
{
    return "\"" + escaped(text, "&#10;") + "\"";
}

std::string fixedNumber(double value, int digits)
{
    std::array<char, 400> text{}; // the largest double has 309 digits
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    return {text.data(), end.ptr};
}

} // namespace scanstraat::app
