// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "print/Outline.h"
#include "print/PageBuilder.h"

namespace scanstraat::print {

/// Where an answer was put.
struct PlacedAnswer
{
    form::Field field;     ///< places and writing; the caller names it
    double baseline = 0.0; ///< where the question's first line stands best
    double bottom = 0.0;   ///< y below all that was printed
    double right = 0.0;    ///< x where an answer beside it may start, without a gap
};

/// Where the top of `answer` must be for it to stand in one row with the answer `before` it: frames begin at
/// the same height, boxes to cross stand in the middle of a frame.
[[nodiscard]] double topBeside(const form::Field& before, const OutlineAnswer& answer);

/// Lays out one answer with its captions in the column that starts at `top` and is `widthMm` wide.
[[nodiscard]] PlacedAnswer placeAnswer(PageBuilder& builder, const OutlineAnswer& answer, PointMm top,
                                       double widthMm);

} // namespace scanstraat::print
