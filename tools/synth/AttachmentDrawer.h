// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Applicant.h"
#include "Random.h"

#include <opencv2/core.hpp>

namespace scanstraat::synth {

/// A page of evidence as it may lie in the envelope, printed: the copy of a letter, or of a page that
/// looks like a passport's. 8-bit grey, A4 at kSheetPixelsPerMm.
[[nodiscard]] cv::Mat drawAttachment(const Applicant& person, const WordLists& words, Random& random);

/// An empty sheet of the same size.
[[nodiscard]] cv::Mat blankPage();

} // namespace scanstraat::synth
