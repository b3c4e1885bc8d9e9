// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"
#include "ScanSettings.h"
#include "base/Geometry.h"

#include <opencv2/core.hpp>

#include <array>

namespace scanstraat::synth {

/// Clockwise quarter turns of a picture of `size`, as a map of its pixel coordinates.
[[nodiscard]] cv::Matx33d quarterTurned(cv::Size size, int quarterTurns);

/// How the form's millimetres and the scan's pixels belong together before the picture is turned.
/// Pixel coordinates have their origin at the top left corner of the first pixel.
class SheetMap
{
public:
    SheetMap(const JobSettings& job, const PageSettings& page, Random& random);

    [[nodiscard]] cv::Size pixels() const { return size_; }

    /// Where on the form a place of the scan lies, with the bends of the paper.
    [[nodiscard]] PointMm toForm(double x, double y) const;

    /// Corners of the paper in the scan: top left, top right, bottom right, bottom left.
    [[nodiscard]] std::array<cv::Point2d, 4> sheetCorners() const;

    /// For each pixel the place on the drawing, as cv::remap wants it (pixel centres at whole numbers).
    [[nodiscard]] cv::Mat drawingMap(double drawingPixelsPerMm) const;

    /// The affine map from the form to the scan that fits best (least squares over the sheet), as in
    /// reading::Registration, for the picture after `quarterTurns` clockwise turns.
    [[nodiscard]] std::array<double, 6> bestAffine(int quarterTurns) const;

private:
    cv::Size size_;
    cv::Matx23d sheetToScan_;
    cv::Matx23d scanToForm_;
    double bendMm_ = 0.0;
    std::array<double, 4> waves_{}; ///< per mm
    std::array<double, 4> phases_{};
};

} // namespace scanstraat::synth
