// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/InkColour.h"
#include "page/RegisteredPage.h"

namespace scanstraat::marks {

/// The pen that a page was filled in with, as its combs and writing lines show it.
struct PenTrace
{
    double inkMm2 = 0.0;   ///< ink that was measured; 0: nothing is written there
    double widthMm = 0.0;  ///< mean width of the strokes
    double darkness = 0.0; ///< of the ink against paper, 0 white .. 1 black: pencil about 0.5, blue about 0.7
    /// Share of the ink in pieces shorter than a millimetre: near 0 for whole strokes, near 1 where a black
    /// and white scan left specks of faint pencil.
    double broken = 0.0;
    std::optional<InkColour> colour{}; ///< none: the scan has no colours

    /// Enough ink for a measure: half a capital.
    [[nodiscard]] bool isKnown() const { return inkMm2 > 1.5; }
};

/// Looks at a dozen places spread over the page's combs and lines. Thread safe.
[[nodiscard]] PenTrace tracePen(const page::RegisteredPage& page, const form::Page& layout);

} // namespace scanstraat::marks
