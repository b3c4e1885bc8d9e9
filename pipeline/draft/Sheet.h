// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "base/Units.h"

#include <opencv2/core.hpp>

namespace scanstraat::draft {

/// One page of a blank form, upright and straight, as it lies on A4.
struct Sheet
{
    cv::Mat grey;              ///< 8-bit, about 300 dpi
    double pixelsPerMm = 11.8; ///< of `grey`, in both directions
    PointMm origin;            ///< place on A4 of the picture's top left corner, in mm
    double turned = 0.0;       ///< degrees clockwise by which the file's page was tilted
    bool isDrawn = false;      ///< from a page description: exactly straight and in place, without noise

    [[nodiscard]] double xMm(double pixel) const { return pixel / pixelsPerMm + origin.x; }
    [[nodiscard]] double yMm(double pixel) const { return pixel / pixelsPerMm + origin.y; }
    [[nodiscard]] double xPixel(double mm) const { return (mm - origin.x) * pixelsPerMm; }
    [[nodiscard]] double yPixel(double mm) const { return (mm - origin.y) * pixelsPerMm; }

    /// Whole pixels, right and bottom excluded.
    [[nodiscard]] RectMm toMm(const cv::Rect& r) const
    {
        return {xMm(r.x), yMm(r.y), r.width / pixelsPerMm, r.height / pixelsPerMm};
    }

    /// The pixels whose edges are nearest to those of `r`, as far as they lie in the picture.
    [[nodiscard]] cv::Rect toPixels(const RectMm& r) const
    {
        const cv::Rect rect(cv::Point(cvRound(xPixel(r.x)), cvRound(yPixel(r.y))),
                            cv::Point(cvRound(xPixel(r.right())), cvRound(yPixel(r.bottom()))));
        return rect & cv::Rect({0, 0}, grey.size());
    }
};

} // namespace scanstraat::draft
