// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <span>

namespace scanstraat::align {

/// A place on the form and where it was found.
struct PlacedPoint
{
    PointMm mm;
    cv::Point2d pixel;
};

/// px = scale * R * mm + shift, as complex numbers.
struct Similarity
{
    cv::Point2d turn;
    cv::Point2d shift;

    [[nodiscard]] cv::Point2d operator()(PointMm p) const
    {
        return {turn.x * p.x - turn.y * p.y + shift.x, turn.y * p.x + turn.x * p.y + shift.y};
    }

    /// Pixels per mm.
    [[nodiscard]] double scale() const { return std::hypot(turn.x, turn.y); }
};

/// The only one that puts both points right.
[[nodiscard]] Similarity through(const PlacedPoint& a, const PlacedPoint& b);

/// The affine map that fits three points or more best (least squares); the rows give px and py from (x, y,
/// 1).
[[nodiscard]] cv::Matx23d fitAffine(std::span<const PlacedPoint> points);

} // namespace scanstraat::align
