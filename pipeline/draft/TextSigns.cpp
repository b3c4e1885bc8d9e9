// SPDX-License-Identifier: EUPL-1.2
#include "draft/TextSigns.h"

#include "base/Utf8.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace scanstraat::draft {

namespace {

std::uint32_t codePoint(const std::string& character)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i]));
    };
    switch (character.size()) {
    case 1:
        return byte(0);
    case 2:
        return ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    case 3:
        return ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    default:
        return 0x10000U;
    }
}

bool isBoxSign(std::uint32_t code)
{
    return (code >= 0x25A0 && code <= 0x25FF) || (code >= 0x2610 && code <= 0x2612) ||
           (code >= 0x274F && code <= 0x2752) || (code >= 0xE000 && code <= 0xF8FF);
}

bool isLetter(std::uint32_t code)
{
    return (code < 128 && std::isalnum(static_cast<int>(code)) != 0) || (code >= 0xC0 && code < 0x250);
}

} // namespace

bool hasLetters(std::string_view utf8)
{
    return std::ranges::any_of(charactersOf(utf8),
                               [](const std::string& c) { return isLetter(codePoint(c)); });
}

bool hasBoxSign(std::string_view utf8)
{
    return std::ranges::any_of(charactersOf(utf8),
                               [](const std::string& c) { return isBoxSign(codePoint(c)); });
}

std::string labelText(std::string_view utf8)
{
    std::string text;
    int leaders = 0;
    for (const std::string& character : charactersOf(utf8)) {
        const bool leader = character == "." || character == "_" || character == "…";
        leaders = leader ? leaders + 1 : 0;
        const bool drop = isBoxSign(codePoint(character)) || character == "_" || character == "…" ||
                          codePoint(character) < 32;
        if (leader && leaders == 2 && !text.empty() && text.back() == '.') {
            text.pop_back();
        }
        if (!drop && leaders < 2) {
            text += character;
        }
    }
    std::string single;
    for (const char c : text) {
        if (c != ' ' || (!single.empty() && single.back() != ' ')) {
            single += c;
        }
    }
    constexpr std::string_view kStray = " :|[]"; // lines that were read as letters
    while (!single.empty() && kStray.find(single.back()) != std::string_view::npos) {
        single.pop_back();
    }
    single.erase(0, single.find_first_not_of(" |[]"));
    return single;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace scanstraat::draft
