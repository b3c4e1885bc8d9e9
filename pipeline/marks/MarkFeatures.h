// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <string_view>
#include <vector>

namespace scanstraat::marks {

/// Upright picture of one checkbox with paper around it.
struct BoxCut
{
    cv::Mat grey; ///< 8-bit
    double pixelsPerMm = 10.0;
    cv::Rect2d frame;      ///< outer edge of the printed frame, in pixels of `grey`
    double frameMm = 0.25; ///< width of the frame's lines
    bool round = false;
    bool bitonal = false;           ///< cut from a black and white scan
    std::vector<cv::Rect2d> others; ///< frames of neighbouring boxes: their ink is not ours
    double frameSeen = 1.0;         ///< share of the frame's lines that was found in the scan
};

/// What the mark reader looks at. Shares are 0..1; lengths are in sides of the box.
enum class Feature {
    fill,        ///< share of the inside with ink
    darkness,    ///< mean darkness of the inside, print black = 1
    solidFill,   ///< share of the inside, up to the frame, that is at least half as dark as the mark
    lowestCell,  ///< least of that in a 4x4 grid of sub-cells
    lowestCells, ///< mean of it in the four emptiest sub-cells
    blank,       ///< largest connected piece of paper inside, share of the inside
    hole,        ///< radius of the largest disc of paper inside, 1 is half the inside
    openSides,   ///< share of paper at the middles of the four sides: a cross leaves it there
    leastOpen,   ///< the least of the four
    thickness,   ///< radius of the largest disc of ink inside, likewise
    strokeWidth, ///< twice the ink's area over its outline
    centre,      ///< fill of the middle half
    extent,      ///< larger side of the largest piece of ink inside
    smallExtent, ///< smaller side of it
    penetration, ///< how deep ink comes from the frame, 1 is the middle
    outside,     ///< ink outside that is joined to ink inside, in areas of the box
    runOuts,     ///< strokes that end clearly outside, up to 4
    reach,       ///< how far the longest of them goes
    secondReach, ///< how far the second goes
    opposite,    ///< 1 when two of them leave on opposite sides
    count
};
constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::count);
using MarkFeatures = std::array<double, kFeatures>;

/// Name of a feature as it stands in models/marks.json.
[[nodiscard]] std::string_view featureName(std::size_t index);

/// Measures one box. Thread safe.
[[nodiscard]] MarkFeatures measureMark(const BoxCut& cut);

} // namespace scanstraat::marks
