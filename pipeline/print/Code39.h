// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

namespace scanstraat::print {

/// One bar, from the left edge of the symbol, in units of the symbol's width (0..1).
struct Bar
{
    double start = 0.0;
    double width = 0.0;
};

/// Widths in narrow elements, for laying out a symbol of a wanted module width.
inline constexpr double kCode39WideToNarrow = 2.5;

/// Length of the symbol with start and stop character, in narrow elements.
[[nodiscard]] double code39Modules(std::size_t payloadLength);

/// The bars of the payload between start and stop character. Throws scanstraat::Error with
/// ExitCode::installation when Code 39 has no such character.
[[nodiscard]] std::vector<Bar> code39Bars(std::string_view payload);

} // namespace scanstraat::print
