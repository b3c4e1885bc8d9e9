// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <optional>

namespace scanstraat::scan {

using Rectangle = QPDFObjectHandle::Rectangle;

/// What q saves and Q brings back, as far as it decides what is seen of a picture.
struct PdfState
{
    QPDFMatrix matrix; ///< to points of the page
    Rectangle clip;    ///< in points of the page
    bool textIsInvisible = false;
    bool fontIsDrawn = false; ///< Type 3: its glyphs are drawings, whatever the text mode
};

/// With corners in order, whatever order the file has.
[[nodiscard]] Rectangle ordered(const Rectangle& box);

/// Empty (area 0) where they do not meet.
[[nodiscard]] Rectangle intersection(const Rectangle& a, const Rectangle& b);

/// In square points; not a number where the file's numbers are beyond all bounds.
[[nodiscard]] double area(const Rectangle& box);

/// Clockwise, 0 to 3, as seen; none for a slanted or mirrored matrix.
[[nodiscard]] std::optional<int> quarterTurns(const QPDFMatrix& matrix);

/// True for upright, turned and mirrored matrices: a rectangle stays one.
[[nodiscard]] bool keepsRectangles(const QPDFMatrix& matrix);

} // namespace scanstraat::scan
