// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"
#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <array>

namespace scanstraat::battery {

/// Smooth waves of a sheet that does not lie flat or was not pulled evenly: at most `mm` along each axis.
struct Bend
{
    double mm = 0.0;
    std::array<double, 4> waves{}; ///< per mm
    std::array<double, 4> phases{};

    [[nodiscard]] PointMm at(PointMm place) const;
};

[[nodiscard]] Bend randomBend(double mm, synth::Random& random);

/// How the millimetres of a sheet and the pixels of the scanner's window belong together, before the picture
/// is turned. Pixel coordinates have their origin at the top left corner of the first pixel.
class BedMap
{
public:
    BedMap() = default;
    /// `sheetToWindow` in millimetres; `pixelsPerMm` in x and y.
    BedMap(const cv::Matx33d& sheetToWindow, cv::Point2d pixelsPerMm, const Bend& bend);

    [[nodiscard]] PointMm toSheet(cv::Point2d pixel) const;
    [[nodiscard]] cv::Point2d toPixel(PointMm sheet) const;

    /// Pixels per millimetre of the sheet, without the bend.
    [[nodiscard]] const cv::Matx33d& sheetToPixel() const { return sheetToPixel_; }

    /// For each pixel of a window of `size` its place on the sheet's drawing, as cv::remap wants it.
    [[nodiscard]] cv::Mat drawingMap(cv::Size size) const;

private:
    cv::Matx33d sheetToPixel_ = cv::Matx33d::eye();
    cv::Matx33d pixelToSheet_ = cv::Matx33d::eye();
    Bend bend_;
};

} // namespace scanstraat::battery
