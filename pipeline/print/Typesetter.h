// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

typedef struct _cairo cairo_t; // NOLINT(bugprone-reserved-identifier): Cairo's own name

namespace scanstraat::print {

/// How a run of text is set.
struct TextStyle
{
    double sizePt = 9.0;
    bool bold = false;
};

/// Name of the typeface of all forms, an open one (Debian: fonts-open-sans).
inline constexpr const char* kTypeface = "Open Sans";

/// Throws scanstraat::Error with ExitCode::installation when the typeface is not installed.
void requireTypeface();

/// Advance width of a run of UTF-8 text in one line, in millimetres, without hinting: independent of
/// resolution.
[[nodiscard]] double textWidthMm(const std::string& text, const TextStyle& style);

/// Breaks text at spaces into lines of at most `widthMm`. A longer word stands alone on its line.
[[nodiscard]] std::vector<std::string> wrapText(const std::string& text, const TextStyle& style,
                                                double widthMm);

/// Draws one run of text with the left end of its baseline at the origin of `cairo`, whose unit is a point.
/// Where `widthMm` is not 0 the run is stretched to that advance width, so that another version of the
/// typeface does not move it.
void drawText(cairo_t* cairo, const std::string& text, const TextStyle& style, double widthMm);

} // namespace scanstraat::print
