// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace scanstraat::align {

/// Dark pixels that touch each other, also by their corners.
struct InkPiece
{
    cv::Rect box;
    double area = 0.0;    ///< in pixels
    cv::Point2d centroid; ///< in pixels, origin at the top left corner of the first pixel
    double mu20 = 0.0;    ///< sum of squared distances to the centroid along x
    double mu02 = 0.0;    ///< the same along y
};

/// The pieces of ink on a page's overview (8-bit grey, 50 to 150 dpi) whose box is at least `shortest` pixels
/// wide and high, the uppermost first. Ink is what is clearly darker than the paper around it; a dark bed is
/// none.
[[nodiscard]] std::vector<InkPiece> findInkPieces(const cv::Mat& overview, int shortest);

} // namespace scanstraat::align
