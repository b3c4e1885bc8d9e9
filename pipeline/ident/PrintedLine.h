// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace scanstraat::ident {

/// Pixels of the size of the type (em) in the picture of a line, and rows of it above and below the place
/// where the baseline is expected.
constexpr int kLineEm = 40;
constexpr int kLineAbove = 60;
constexpr int kLineBelow = 28;

/// Size of a glyph's picture. It shows 0.9 em above the baseline to 0.3 em below, and 0.9 em across.
constexpr int kPrintRows = 24;
constexpr int kPrintColumns = 18;

/// One character, or what looks like one.
struct PrintedGlyph
{
    cv::Mat picture; ///< 8-bit, kPrintRows x kPrintColumns, paper 0, ink 255
    int left = 0;    ///< of its ink in the line, pixels
    int right = 0;   ///< exclusive
};

/// Cuts one printed line into glyphs, left to right. `grey` is 8-bit with kLineEm pixels an em and
/// kLineAbove + kLineBelow rows; the baseline may lie up to 0.6 em off. Size and place relative to the
/// baseline are kept, so that 'o' differs from '0' and '-' from '.'. Empty where nothing is printed or where
/// it is no line of text.
[[nodiscard]] std::vector<PrintedGlyph> cutGlyphs(const cv::Mat& grey);

} // namespace scanstraat::ident
