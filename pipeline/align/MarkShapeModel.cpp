// SPDX-License-Identifier: EUPL-1.2
#include "align/MarkShapeModel.h"

#include "base/Units.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::align {

cv::Mat drawMark(const form::AdjustmentField& mark, double pixelsPerMm)
{
    const int side = std::max(3, cvRound(mark.sizeMm * pixelsPerMm));
    const int line = std::max(1, cvRound(mark.lineMm * pixelsPerMm));
    cv::Mat ink = cv::Mat::zeros(side, side, CV_8UC1);
    switch (mark.shape) {
    case form::MarkShape::filledSquare:
        ink.setTo(255);
        break;
    case form::MarkShape::bracket: {
        const bool left = mark.centre.x < kA4WidthMm / 2;
        const bool top = mark.centre.y < kA4HeightMm / 2;
        ink(cv::Rect(left ? 0 : side - line, 0, line, side)).setTo(255);
        ink(cv::Rect(0, top ? 0 : side - line, side, line)).setTo(255);
        break;
    }
    case form::MarkShape::dot:
        cv::circle(ink, {side / 2, side / 2}, side / 2, 255, cv::FILLED);
        break;
    case form::MarkShape::ring:
        cv::circle(ink, {side / 2, side / 2}, (side - line) / 2, 255, line);
        break;
    case form::MarkShape::cross:
        ink(cv::Rect((side - line) / 2, 0, line, side)).setTo(255);
        ink(cv::Rect(0, (side - line) / 2, side, line)).setTo(255);
        break;
    }
    return ink;
}

MarkShapeModel modelOf(const form::AdjustmentField& mark)
{
    constexpr double kPixelsPerMm = 40.0;
    const cv::Mat ink = drawMark(mark, kPixelsPerMm);
    const cv::Moments moments = cv::moments(ink, true);
    MarkShapeModel model;
    model.areaShare = moments.m00 / (static_cast<double>(ink.cols) * ink.rows);
    model.spread = (moments.mu20 + moments.mu02) / (moments.m00 * moments.m00);
    model.centroid = {((moments.m10 / moments.m00) + 0.5 - ink.cols / 2.0) / kPixelsPerMm,
                      ((moments.m01 / moments.m00) + 0.5 - ink.rows / 2.0) / kPixelsPerMm};
    return model;
}

std::vector<Mark> marksOf(std::span<const form::AdjustmentField> fields)
{
    std::vector<Mark> marks;
    for (const form::AdjustmentField& field : fields) {
        marks.push_back({field, modelOf(field)});
    }
    return marks;
}

} // namespace scanstraat::align
