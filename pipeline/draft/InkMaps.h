// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Sheet.h"

#include <opencv2/core.hpp>

#include <span>

namespace scanstraat::draft {

/// What is printed on a sheet, as masks of 0 and 255 of its size.
struct InkMaps
{
    cv::Mat ink;        ///< darker than what lies within 1.5 mm: text, lines, not areas
    cv::Mat dark;       ///< darker than half way between paper and black, areas too
    cv::Mat tint;       ///< areas wider than 1.5 mm that are not paper
    cv::Mat horizontal; ///< parts of thin lines along x, 1.8 mm or longer
    cv::Mat vertical;   ///< and along y
    cv::Mat walls;      ///< both, with closed corners
    double paper = 255; ///< grey value of bare paper
};

/// `without`: places in mm where lines are not looked for: barcodes.
[[nodiscard]] InkMaps inkMapsOf(const Sheet& sheet, std::span<const RectMm> without);

} // namespace scanstraat::draft
