// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <span>
#include <vector>

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

/// A printed adjustment field and what it looks like.
struct Mark
{
    form::AdjustmentField field;
    MarkShapeModel model;

    /// Centroid of its ink on the form, in mm.
    [[nodiscard]] PointMm inkCentre() const
    {
        return {field.centre.x + model.centroid.x, field.centre.y + model.centroid.y};
    }
};

/// To be made once for all pages: a model costs as much as looking for the marks.
[[nodiscard]] std::vector<Mark> marksOf(std::span<const form::AdjustmentField> fields);

} // namespace scanstraat::align
