// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <opencv2/core.hpp>

namespace scanstraat::page {

/// Clockwise quarter turns (0..3) of the form's x axis in the scan.
[[nodiscard]] int quarterTurns(cv::Point2d xAxis);

/// Puts the map (rows give px and py from (x, y, 1) in mm) into the registration, with orientation, skew and
/// print scale as they follow from it; `pixelsPerMm` of the scan by its dpi.
void setMap(reading::Registration& registration, const cv::Matx23d& map, double pixelsPerMm);

/// A registration that holds the map and nothing else.
[[nodiscard]] reading::Registration registrationOf(const cv::Matx23d& map);

} // namespace scanstraat::page
