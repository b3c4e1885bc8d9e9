// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::letters {

/// Brings `ink` (8-bit, paper 0, cut out to its box) to the form that the network was trained on: scaled to
/// fit 24 x 24 with the aspect kept, centred in 32 x 32. Ink that is small against `capitalHeight` (pixels;
/// 0: not known) keeps its size relative to it, so that a full stop stays a dot.
[[nodiscard]] cv::Mat glyphImage(const cv::Mat& ink, double capitalHeight);

} // namespace scanstraat::letters
