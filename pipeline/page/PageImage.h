// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Units.h"

#include <opencv2/core.hpp>

namespace scanstraat::page {

/// One scanned page: 8-bit grey, paper bright, as it lies in the file (not turned upright).
struct PageImage
{
    cv::Mat grey;
    Dpi dpi;              ///< of `grey`; from the file's tag, or estimated as A4 when the tag is absurd
    bool bitonal = false; ///< the file holds black and white only
    /// Pixels of the file per pixel of `grey` in x and y: 2 where a 600 dpi scan was halved.
    cv::Point2d filePixels{1.0, 1.0};
};

} // namespace scanstraat::page
