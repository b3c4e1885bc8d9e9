// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <span>

namespace scanstraat::letters {

/// Takes the printed lines of `frames` (mm of the form, snapped to their print) out of `dark`: 8-bit,
/// kInkPixelsPerMm, 0 paper, the part `area` (mm) of a form. Strokes that cross a line go on through it,
/// strokes that lie on one are kept. `inkDarkness`: grey levels between paper and the darkest ink.
void eraseFrames(cv::Mat& dark, const RectMm& area, std::span<const RectMm> frames, double inkDarkness);

} // namespace scanstraat::letters
