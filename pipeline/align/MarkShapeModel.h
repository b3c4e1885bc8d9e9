// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

namespace scanstraat::align {

/// What a printed adjustment field looks like to connected-component analysis, whatever its turn.
struct MarkShapeModel
{
    double areaShare = 1.0;  ///< ink over the square of the size
    double spread = 1.0 / 6; ///< (mu20 + mu02) / area^2 of the ink: 1/6 for a square, 1/(2 pi) for a disc
    PointMm centroid;        ///< of the ink, from the centre of the bounding box, in mm
};

/// Ink of the mark as 0/255 at `pixelsPerMm`. A bracket's corner points to the corner of the sheet that
/// the mark is nearest to.
[[nodiscard]] cv::Mat drawMark(const form::AdjustmentField& mark, double pixelsPerMm);

[[nodiscard]] MarkShapeModel modelOf(const form::AdjustmentField& mark);

} // namespace scanstraat::align
