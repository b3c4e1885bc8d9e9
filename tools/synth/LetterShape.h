// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"

#include <opencv2/core.hpp>

namespace scanstraat::synth {

/// One written character at the sheet's resolution: where its ink lies, seen from the writing line.
struct LetterShape
{
    cv::Mat coverage;   ///< 8-bit, 255 ink; a margin of kShapeMargin pixels around the ink
    double widthPx = 0; ///< width of the ink
    double topPx = 0;   ///< height of the ink's top over the writing line
};

/// Empty border of a LetterShape's coverage, in pixels; leaves room for thicker strokes.
constexpr int kShapeMargin = 12;

/// How a character is wanted.
struct LetterStyle
{
    double capHeightPx = 80.0; ///< height of a capital
    double strokePx = 8.0;     ///< width of the pen's stroke
    double slant = 0.0;        ///< sideways per upwards
    double aspect = 1.0;       ///< widens (over 1) or narrows
};

/// Mean width of the strokes in a picture of ink on 0, in pixels: twice the area over the outline.
[[nodiscard]] double strokeWidth(const cv::Mat& coverage);

/// The picture with its strokes `wanted` pixels wide, at most thinned to 0.55 or thickened to 1.5
/// times what they were, and smooth edges. Keeps the size.
[[nodiscard]] cv::Mat withStrokeWidth(const cv::Mat& coverage, double wanted);

/// Bends the picture a little, smoothly, by at most about `amplitudePx`.
[[nodiscard]] cv::Mat bent(const cv::Mat& coverage, double amplitudePx, Random& random);

/// Bounding box of the ink (over half); empty when there is none.
[[nodiscard]] cv::Rect inkBox(const cv::Mat& coverage, int threshold = 127);

} // namespace scanstraat::synth
