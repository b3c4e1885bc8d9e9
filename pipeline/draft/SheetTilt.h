// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::draft {

/// Degrees by which the print of a page is turned clockwise, -5 to 5, to about 0.02. `grey`: 8-bit, at any
/// resolution from 100 dpi. 0 where the page prints nothing to tell it by.
[[nodiscard]] double tiltOf(const cv::Mat& grey, double pixelsPerMm);

} // namespace scanstraat::draft
