// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "page/PagePart.h"

#include <span>
#include <vector>

namespace scanstraat::page {

constexpr double kSnapReachMm = 1.2;
constexpr double kSnapMarginMm = kSnapReachMm + 0.95;

/// Offset of the printed frame from where the registration puts it.
struct Snap
{
    PointMm shift;                   ///< add to the template's coordinates, in millimetres
    double strength = 0.0;           ///< share of the frame lines' length that is dark after the shift, 0..1
    std::vector<double> strengths{}; ///< the same of each frame; empty where nothing is printed at all
    /// Longest stretch of the frames' width, in mm, without the upper and the lower line: a bad print loses
    /// one of them, or short pieces of both; something that lies on it hides both. One frame goes on in the
    /// next.
    double hiddenMm = 0.0;
};

/// Finds the printed frame of `frames` (cells of a comb, a checkbox, a writing box: rectangles whose
/// outlines are printed) near its place and says how far it is off; at most `reachMm` in x and in y.
/// Takes up what one map for the page cannot: paper stretch and feeder skew.
[[nodiscard]] Snap snapToFrame(const RegisteredPage& page, std::span<const RectMm> frames,
                               double reachMm = kSnapReachMm);

/// The same in a part of 8 to 12 pixels per millimetre (a line of 0.25 mm needs two) that holds the frames
/// with kSnapMarginMm around them for the usual reach.
[[nodiscard]] Snap snapToFrame(const PagePart& part, std::span<const RectMm> frames,
                               double reachMm = kSnapReachMm);

} // namespace scanstraat::page
