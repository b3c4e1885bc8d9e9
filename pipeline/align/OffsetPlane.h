// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <span>
#include <vector>

namespace scanstraat::align {

/// How far a map is off in one direction, in millimetres: a plane over the sheet.
struct OffsetPlane
{
    cv::Vec3d value; ///< constant at the middle of A4, change per 100 mm in x, in y

    [[nodiscard]] static cv::Vec3d basis(PointMm place)
    {
        return {1.0, (place.x - 105.0) / 100.0, (place.y - 148.5) / 100.0};
    }
    [[nodiscard]] double at(PointMm place) const { return value.dot(basis(place)); }
};

/// Offsets that were seen at one place; only one of them, or none, is that of the printed line.
struct OffsetSeen
{
    PointMm place;
    std::vector<double> offsets;
};

/// What is known before looking: the map is right at the `anchors` (adjustment fields) and nowhere worse
/// than the deviations say.
struct OffsetPrior
{
    std::vector<PointMm> anchors;
    double anchorMm = 0.1;   ///< standard deviation there
    double constantMm = 2.0; ///< standard deviation of the constant
    double slopeMm = 1.0;    ///< and of the changes per 100 mm
    bool wide = false;       ///< so far off that the nearest line may be a wrong one: search
};

struct OffsetFit
{
    OffsetPlane plane;
    cv::Matx33d covariance; ///< of plane.value
    int agreeing = 0;       ///< places where a line was seen within 0.3 mm of the plane
    double squares = 0.0;   ///< sum of squares of their distances, in mm2

    /// Standard deviation of the plane at a place, in mm.
    [[nodiscard]] double deviation(PointMm place) const;
};

/// The plane that most places agree with, by random samples (Fischler and Bolles, 1981; fixed seed) where
/// the prior is wide, then weighted least squares on those that agree.
[[nodiscard]] OffsetFit fitOffsets(std::span<const OffsetSeen> seen, const OffsetPrior& prior);

} // namespace scanstraat::align
