// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "quality/PaperCells.h"

#include <optional>

namespace scanstraat::quality {

/// What ink looks like on a page; nothing where too little of it was seen to say so.
struct InkSample
{
    std::optional<double> contrastGrey; ///< levels between paper and the darkest ink, where it is darkest
    std::optional<double> blurPixels;   ///< deviation of the blur of strokes, in pixels of PageImage::grey
};

/// Looks at the inkiest place of each of 48 zones of the page, in squares of 5 mm at full resolution.
[[nodiscard]] InkSample sampleInk(const page::PageImage& image, double pixelsPerMm, const PaperCells& cells);

} // namespace scanstraat::quality
