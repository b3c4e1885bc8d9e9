// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/LineWriting.h"

namespace scanstraat::letters {

/// Whether a line may be typed: four capitals and more that stand on one line and are equally high to about a
/// pixel. True for nine of ten typed lines in capitals and for one of ten that are written by a steady hand,
/// so that whoever asks an engine for print must still judge its answer.
[[nodiscard]] bool looksTyped(const LineWriting& writing);

/// The line as print: 8-bit, black on white, kInkPixelsPerMm, with paper around.
[[nodiscard]] cv::Mat printOf(const InkPicture& picture, const LineWriting& writing);

} // namespace scanstraat::letters
