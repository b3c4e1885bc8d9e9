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
};

} // namespace scanstraat::page
