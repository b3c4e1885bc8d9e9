// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "quality/PaperCells.h"

#include <optional>

namespace scanstraat::quality {

/// What ink looks like on a page.
struct InkSample
{
    double contrastGrey = 0.0; ///< levels between paper and the darkest ink
    double blurPixels = 0.0;   ///< deviation of the blur of strokes, in pixels of PageImage::grey
};

/// Looks at the inkiest place of each of 48 zones of the page, in squares of 5 mm at full resolution. None
/// where there is too little print or writing to say something: a blank page, dust, the soft print of the
/// back.
[[nodiscard]] std::optional<InkSample> sampleInk(const page::PageImage& image, double pixelsPerMm,
                                                 const PaperCells& cells);

} // namespace scanstraat::quality
