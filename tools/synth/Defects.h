// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanSettings.h"

#include <opencv2/core.hpp>

namespace scanstraat::synth {

/// Adds specks, streaks, punch holes, staple shadows and stains to `darkness` (8-bit, 255 black), the
/// print of a page in the scan's pixels.
void addDefects(cv::Mat& darkness, const PageSettings& page, double dpi, Random& random);

} // namespace scanstraat::synth
