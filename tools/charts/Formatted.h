// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdio>
#include <string>

namespace scanstraat::charts {

/// printf for texts of less than 256 bytes.
template <typename... Values>
[[nodiscard]] std::string formatted(const char* pattern, Values... values)
{
    char text[256] = {};
    std::snprintf(text, sizeof text, pattern, values...); // NOLINT(cppcoreguidelines-pro-type-vararg)
    return text;
}

/// 0 of nothing.
[[nodiscard]] inline double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0.0;
}

} // namespace scanstraat::charts
