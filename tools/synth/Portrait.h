// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"

#include <opencv2/core.hpp>

namespace scanstraat::synth {

/// A passport photo of somebody who does not exist, drawn from ellipses: 35 x 45 mm, 8-bit grey.
[[nodiscard]] cv::Mat drawPortrait(double pixelsPerMm, Random& random);

} // namespace scanstraat::synth
