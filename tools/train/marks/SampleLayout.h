// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"
#include "form/FormTemplate.h"

namespace scanstraat::train {

constexpr double kCanvas = 16.0;         ///< pixels per millimetre of the drawing
constexpr RectMm kSample{0, 0, 104, 74}; ///< a small page

/// A small printed page full of boxes.
struct SampleLayout
{
    form::Page page;
    cv::Mat print; ///< darkness at kCanvas, 8-bit
};

/// Columns of questions with boxes of one size, rows of two, or a table; words beside the boxes; a comb to
/// write in. A few words are printed but not declared in the page.
[[nodiscard]] SampleLayout layOutSample(Dice& dice);

} // namespace scanstraat::train
