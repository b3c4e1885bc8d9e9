// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Scene.h"

namespace scanstraat::battery {

/// Where the places of the form lie in the file, bends included.
class TruthMap
{
public:
    TruthMap() = default;
    TruthMap(const cv::Matx33d& formToSheet, BedMap bed, const cv::Matx33d& windowToFile)
        : formToSheet_(formToSheet), bed_(std::move(bed)), windowToFile_(windowToFile)
    {
    }

    /// Pixel of the file, origin at the top left corner of the first pixel.
    [[nodiscard]] cv::Point2d toFile(PointMm form) const;

    /// Turns a distance in pixels of the file into millimetres of the form.
    [[nodiscard]] cv::Point2d toMillimetres(cv::Point2d pixels) const;

private:
    cv::Matx33d formToSheet_ = cv::Matx33d::eye();
    BedMap bed_;
    cv::Matx33d windowToFile_ = cv::Matx33d::eye();
};

struct Scan
{
    cv::Mat pixels; ///< 8-bit grey, BGR, or 0 and 255
    TruthMap truth; ///< of the page in question
};

/// Scans what lies in the window.
[[nodiscard]] Scan takeScan(const Scene& scene, synth::Random& random);

} // namespace scanstraat::battery
