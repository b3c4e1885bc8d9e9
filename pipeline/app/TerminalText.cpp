// SPDX-License-Identifier: EUPL-1.2
#include "app/TerminalText.h"

#include <array>
#include <cstdio>

namespace scanstraat::app {

namespace {

/// C1 controls are U+0080 to U+009F: in UTF-8 these bytes follow 0xC2.
bool isControl(unsigned char before, unsigned char byte)
{
    return byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte >= 0x80 && byte <= 0x9F);
}

std::string escaped(unsigned char byte)
{
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "\\x%02X", byte);
    return code.data();
}

} // namespace

std::string terminalText(const std::string& text)
{
    std::string shown;
    unsigned char before = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (!isControl(before, byte)) {
            shown += c;
        } else {
            if (byte >= 0x80) {
                shown.pop_back();
                shown += escaped(before);
            }
            shown += escaped(byte);
        }
        before = byte;
    }
    return shown;
}

} // namespace scanstraat::app
