// SPDX-License-Identifier: EUPL-1.2
#include "rules/TextForm.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace scanstraat::rules {

namespace {

/// Next code point of a UTF-8 text; a broken byte counts as itself.
char32_t nextCodePoint(std::string_view text, std::size_t& position)
{
    const auto byte = static_cast<unsigned char>(text[position]);
    const std::size_t length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (length == 1 || position + length > text.size()) {
        ++position;
        return byte;
    }
    char32_t code = byte & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        code = (code << 6) | (static_cast<unsigned char>(text[position + i]) & 0x3FU);
    }
    position += length;
    return code;
}

/// Capital of a letter of Latin-1 or Latin Extended-A.
char32_t upperOf(char32_t code)
{
    if ((code >= U'a' && code <= U'z') || (code >= 0xE0 && code <= 0xFE && code != 0xF7)) {
        return code - 0x20;
    }
    const bool evenCapital = (code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177);
    const bool oddCapital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (code == 0xFF) {
        return 0x178;
    }
    if ((evenCapital && code % 2 == 1 && code != 0x131) || (oddCapital && code % 2 == 0)) {
        return code - 1;
    }
    return code;
}

void append(std::string& text, char32_t code)
{
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// Capitals U+00C0..U+017E without diacritics, in runs of the same base letter.
struct BaseRun
{
    char32_t last;
    std::string_view base;
};

constexpr std::array<BaseRun, 40> kBases{{
    {0xC5, "A"},   {0xC6, "AE"},  {0xC7, "C"},  {0xCB, "E"},  {0xCF, "I"},  {0xD0, "D"},  {0xD1, "N"},
    {0xD6, "O"},   {0xD7, " "},   {0xD8, "O"},  {0xDC, "U"},  {0xDD, "Y"},  {0xDE, "TH"}, {0xDF, "SS"},
    {0xFF, ""},    {0x105, "A"},  {0x10D, "C"}, {0x111, "D"}, {0x11B, "E"}, {0x123, "G"}, {0x127, "H"},
    {0x131, "I"},  {0x133, "IJ"}, {0x135, "J"}, {0x138, "K"}, {0x142, "L"}, {0x14B, "N"}, {0x151, "O"},
    {0x153, "OE"}, {0x159, "R"},  {0x161, "S"}, {0x167, "T"}, {0x173, "U"}, {0x175, "W"}, {0x178, "Y"},
    {0x17E, "Z"},  {0x17F, "S"},  {0x219, "S"}, {0x21B, "T"}, {0x24F, ""},
}};

std::string_view baseOf(char32_t capital)
{
    const auto run = std::find_if(kBases.begin(), kBases.end(),
                                  [capital](const BaseRun& one) { return capital <= one.last; });
    return run == kBases.end() ? std::string_view{} : run->base;
}

bool isAsciiWord(char32_t code)
{
    return (code >= U'A' && code <= U'Z') || (code >= U'0' && code <= U'9');
}

} // namespace

std::string upperCase(std::string_view utf8)
{
    std::string result;
    for (std::size_t position = 0; position < utf8.size();) {
        append(result, upperOf(nextCodePoint(utf8, position)));
    }
    return result;
}

std::string lowerAscii(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
    return result;
}

std::string singleSpaced(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

std::string withoutSpaces(std::string_view text)
{
    std::string result = singleSpaced(text);
    result.erase(std::remove(result.begin(), result.end(), ' '), result.end());
    return result;
}

std::string digitsOf(std::string_view text)
{
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](char c) { return c >= '0' && c <= '9'; });
    return result;
}

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string folded(std::string_view utf8)
{
    std::string result;
    for (std::size_t position = 0; position < utf8.size();) {
        const char32_t capital = upperOf(nextCodePoint(utf8, position));
        if (isAsciiWord(capital)) {
            result += static_cast<char>(capital);
        } else if (capital >= 0xC0) {
            result += baseOf(capital);
        } else {
            result += ' ';
        }
    }
    return singleSpaced(result);
}

} // namespace scanstraat::rules
