// SPDX-License-Identifier: EUPL-1.2
#include "Text.h"

#include <glib.h>

#include <memory>
#include <sstream>

namespace scanstraat::synth {

namespace {

using GString8 = std::unique_ptr<char, decltype(&g_free)>;

std::string normalized(const std::string& text, GNormalizeMode mode)
{
    const GString8 result(g_utf8_normalize(text.c_str(), -1, mode), &g_free);
    return result ? std::string(result.get()) : text;
}

constexpr char32_t kBar = 0x335;

} // namespace

std::u32string decode(const std::string& utf8)
{
    std::u32string result;
    const char* at = utf8.c_str();
    while (*at != '\0') {
        const gunichar character = g_utf8_get_char_validated(at, -1);
        if (character == static_cast<gunichar>(-1) || character == static_cast<gunichar>(-2)) {
            break;
        }
        result.push_back(static_cast<char32_t>(character));
        at = g_utf8_next_char(at);
    }
    return result;
}

std::string encode(char32_t character)
{
    char bytes[8] = {};
    const int count = g_unichar_to_utf8(static_cast<gunichar>(character), bytes);
    return {bytes, static_cast<std::size_t>(count)};
}

std::string encode(const std::u32string& text)
{
    std::string result;
    for (const char32_t character : text) {
        result += encode(character);
    }
    return result;
}

std::string capitals(const std::string& utf8)
{
    std::string upper;
    for (const char32_t character : decode(normalized(utf8, G_NORMALIZE_NFC))) {
        upper += encode(static_cast<char32_t>(g_unichar_toupper(static_cast<gunichar>(character))));
    }
    std::istringstream words(upper);
    std::string result;
    for (std::string word; words >> word;) {
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

std::size_t length(const std::string& utf8)
{
    return decode(utf8).size();
}

Decomposed decompose(char32_t letter)
{
    switch (letter) {
    case U'Ł':
        return {U'L', {kBar}};
    case U'Ø':
        return {U'O', {kBar}};
    case U'Đ':
        return {U'D', {kBar}};
    default:
        break;
    }
    const std::u32string parts = decode(normalized(encode(letter), G_NORMALIZE_NFD));
    if (parts.empty()) {
        return {letter, {}};
    }
    return {parts.front(), parts.substr(1)};
}

std::string withoutMarks(const std::string& utf8)
{
    std::string result;
    for (const char32_t character : decode(utf8)) {
        result += encode(decompose(character).base);
    }
    return result;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t lines)
{
    std::vector<std::string> result;
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) {
        if (!line.empty() && length(line) + 1 + length(word) > width) {
            result.push_back(line);
            line.clear();
            if (result.size() == lines) {
                return result;
            }
        }
        line += (line.empty() ? "" : " ") + word;
    }
    if (!line.empty()) {
        result.push_back(line);
    }
    return result;
}

} // namespace scanstraat::synth
