// SPDX-License-Identifier: EUPL-1.2
//
// Every character is five bars and four spaces, three of the nine wide, and is parted from the next by a
// narrow space (ISO/IEC 16388). Libraries draw it with wide elements of two modules; forms print 2.5, which
// survives copying better.
#include "print/Code39.h"

#include "base/Error.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace scanstraat::print {

namespace {

constexpr int kElements = 9;
constexpr int kWideElements = 3;
constexpr char kStartStop = '*';

/// Bit 8 is the first element; 1 is wide.
constexpr std::array<std::pair<char, std::uint16_t>, 44> kPatterns{{
    {'0', 0x034}, {'1', 0x121}, {'2', 0x061}, {'3', 0x160}, {'4', 0x031}, {'5', 0x130}, {'6', 0x070},
    {'7', 0x025}, {'8', 0x124}, {'9', 0x064}, {'A', 0x109}, {'B', 0x049}, {'C', 0x148}, {'D', 0x019},
    {'E', 0x118}, {'F', 0x058}, {'G', 0x00D}, {'H', 0x10C}, {'I', 0x04C}, {'J', 0x01C}, {'K', 0x103},
    {'L', 0x043}, {'M', 0x142}, {'N', 0x013}, {'O', 0x112}, {'P', 0x052}, {'Q', 0x007}, {'R', 0x106},
    {'S', 0x046}, {'T', 0x016}, {'U', 0x181}, {'V', 0x0C1}, {'W', 0x1C0}, {'X', 0x091}, {'Y', 0x190},
    {'Z', 0x0D0}, {'-', 0x085}, {'.', 0x184}, {' ', 0x0C4}, {'*', 0x094}, {'$', 0x0A8}, {'/', 0x0A2},
    {'+', 0x08A}, {'%', 0x02A},
}};

std::uint16_t patternOf(char character)
{
    for (const auto& [known, pattern] : kPatterns) {
        if (known == character) {
            return pattern;
        }
    }
    throw Error(std::string("Code 39 has no character '") + character + "'", ExitCode::installation);
}

} // namespace

double code39Modules(std::size_t payloadLength)
{
    const auto characters = static_cast<double>(payloadLength + 2);
    return characters * (kWideElements * kCode39WideToNarrow + (kElements - kWideElements)) + characters - 1;
}

std::vector<Bar> code39Bars(std::string_view payload)
{
    const std::string symbol = kStartStop + std::string(payload) + kStartStop;
    const double total = code39Modules(payload.size());
    std::vector<Bar> bars;
    double at = 0.0;
    for (const char character : symbol) {
        const std::uint16_t pattern = patternOf(character);
        for (int element = 0; element < kElements; ++element) {
            const bool wide = ((pattern >> (kElements - 1 - element)) & 1) != 0;
            const double width = wide ? kCode39WideToNarrow : 1.0;
            if (element % 2 == 0) {
                bars.push_back({at / total, width / total});
            }
            at += width;
        }
        at += 1.0;
    }
    return bars;
}

} // namespace scanstraat::print
