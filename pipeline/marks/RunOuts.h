// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/MarkFeatures.h"

namespace scanstraat::marks {

/// Ink outside the frame that belongs to the mark inside, in pixels of the cut-out.
struct RunOuts
{
    int strokes = 0;          ///< pieces that end clearly outside (0.7 mm and more)
    double areaPixels = 0.0;  ///< all joined ink outside
    double reachPixels = 0.0; ///< how far the longest goes beyond the frame
    double secondReachPixels = 0.0;
    bool opposite = false; ///< two strokes leave on opposite sides of the box
};

/// `mask`: ink of the whole cut-out; `inside`: what counts as the inside of the box.
[[nodiscard]] RunOuts findRunOuts(const BoxCut& cut, const cv::Mat& mask, const cv::Rect& inside);

} // namespace scanstraat::marks
