// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::letters {

/// Brings ink (8-bit, paper 0) to the form that the network was trained on: its box scaled to fit
/// 24 x 24 with the aspect kept, centred in 32 x 32. Ink that is small against `capitalHeight` (pixels; 0:
/// not known) keeps its size relative to it, so that a full stop stays a dot. `box` is the ink's box.
[[nodiscard]] cv::Mat glyphImage(const cv::Mat& ink, const cv::Rect& box, double capitalHeight);

} // namespace scanstraat::letters
