// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/ExpectedPrint.h"
#include "page/RegisteredPage.h"

#include <opencv2/core.hpp>

#include <span>
#include <vector>

namespace scanstraat::marks {

constexpr int kCutSide = 48;   ///< pixels of a cut, across and down
constexpr int kBoxPixels = 16; ///< of them, the larger side of the box: 16 pixels around it

/// One checkbox in the middle of its surroundings, upright, scaled so that all boxes are equally large: as
/// much paper as the box is large is seen around it, where strokes run out and neighbours begin.
struct BoxCut
{
    cv::Mat dark;  ///< kCutSide x kCutSide, 8-bit: darkness against the paper around, 255 lets no light back
    cv::Mat print; ///< the same size: what the template prints there, see ExpectedPrint
    RectMm area{}; ///< that is seen, where the frame was found
    double sideMm = 4.0;
    double frameMm = 0.25; ///< width of the frame's lines
    bool round = false;
    double frameSeen = 1.0; ///< share of the frame's lines that was found in the scan
    double shiftMm = 0.0;   ///< how far the frame lies from where the registration puts it
    double paperGrey = 255.0;
    double paperNoise = 0.0; ///< standard deviation of bare paper, grey levels
};

/// Where a printed box was found.
struct BoxPlace
{
    PointMm shift;          ///< add to the template's coordinates, in millimetres; 0 where no frame was found
    double frameSeen = 0.0; ///< share of the frame's lines that was found in the scan
};

/// Place of each of the options' boxes, found together with the boxes near it.
[[nodiscard]] std::vector<BoxPlace> findBoxes(const page::RegisteredPage& page,
                                              std::span<const form::Option> options);

/// Cuts out the boxes of a choice field, in the order of its options, each snapped to its printed frame
/// together with the boxes near it.
[[nodiscard]] std::vector<BoxCut> cutBoxes(const page::RegisteredPage& page, const ExpectedPrint& print,
                                           const form::Field& field);

} // namespace scanstraat::marks
