// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scanstraat {

/// Whether the byte goes on with a character of UTF-8 rather than beginning one.
[[nodiscard]] constexpr bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The characters of a text in UTF-8, one by one.
[[nodiscard]] inline std::vector<std::string> charactersOf(std::string_view utf8)
{
    std::vector<std::string> characters;
    for (const char byte : utf8) {
        if (characters.empty() || !continuesCharacter(byte)) {
            characters.emplace_back();
        }
        characters.back() += byte;
    }
    return characters;
}

} // namespace scanstraat
