// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "MarkKind.h"

#include <opencv2/core.hpp>

namespace scanstraat::marktest {

/// What lies in and around a box, measured on the drawing.
struct InkFacts
{
    double share = 0.0; ///< of the inside with ink, 0..1
    double outMm = 0.0; ///< how far beyond the box's outer edge the farthest ink lies; at most kInkMarginMm
    int paperSides = 4; ///< sides at whose middle there is paper
};

/// Paper around a box in which ink is looked for.
inline constexpr double kInkMarginMm = 4.0;

/// Ink (8-bit, kSheetPixelsPerMm) of the area place.box.grown(kInkMarginMm). Pixels above `threshold` count.
[[nodiscard]] InkFacts measureInk(const cv::Mat& ink, const MarkPlace& place, int threshold);

/// Whether the truth of a kind holds.
[[nodiscard]] bool holds(const InkFacts& facts, const InkLimits& limits);

/// What is no longer true after others have drawn near the box: the share alone.
[[nodiscard]] bool stillHolds(const InkFacts& facts, const MarkKind& kind);

} // namespace scanstraat::marktest
