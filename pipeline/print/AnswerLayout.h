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
};

/// Lays out one answer with its captions in the column that starts at `top` and is `widthMm` wide.
[[nodiscard]] PlacedAnswer placeAnswer(PageBuilder& builder, const OutlineAnswer& answer, PointMm top,
                                       double widthMm);

} // namespace scanstraat::print
