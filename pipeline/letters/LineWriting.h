// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/InkPicture.h"

#include <vector>

namespace scanstraat::letters {

/// What is written on one line, in pixels of the InkPicture.
struct LineWriting
{
    std::vector<Piece> pieces; ///< by their left side; empty: nothing is written
    double capitalHeight = 0.0;
    double baseline = 0.0;   ///< of the capitals' feet at the picture's left side
    double slope = 0.0;      ///< of the baseline, down to the right
    bool hasScratch = false; ///< a thin stroke far behind the text was left out; it may have been meant

    [[nodiscard]] double baselineAt(double x) const { return baseline + slope * x; }
};

/// Finds the writing whose pieces have their centre inside `frame` (pixels), without rests of the frame's
/// sides, specks far from the text and a thin stroke that stands alone behind it.
[[nodiscard]] LineWriting findWriting(const InkPicture& picture, const cv::Rect& frame);

/// The writing as a LineRecogniser takes it, and where its pixels come from.
struct LinePicture
{
    cv::Mat line;
    double left = 0.0;   ///< pixel of the InkPicture that is the line's first column
    double scaleX = 1.0; ///< pixels of the InkPicture for each one of the line
};

/// Only with pieces. Writing that would be wider than a recogniser takes is narrowed.
[[nodiscard]] LinePicture linePicture(const InkPicture& picture, const LineWriting& writing);

} // namespace scanstraat::letters
