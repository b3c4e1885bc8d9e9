// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/MarkShapeModel.h"
#include "form/FormTemplate.h"
#include "page/PageImage.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>
#include <vector>

namespace scanstraat::test {

/// Four marks of a shape, 10 mm from the sides of A4.
inline std::vector<form::AdjustmentField> cornerMarks(form::MarkShape shape = form::MarkShape::filledSquare)
{
    return {{shape, {10, 10}, 5.0, 1.2},
            {shape, {200, 10}, 5.0, 1.2},
            {shape, {200, 287}, 5.0, 1.2},
            {shape, {10, 287}, 5.0, 1.2}};
}

/// A map from millimetres to pixels of a sheet turned clockwise by `degrees` about its centre, scaled and
/// put in the middle of a scan of `size`.
inline cv::Matx23d sheetMap(double pixelsPerMm, double degrees, cv::Size size)
{
    const double angle = degrees * std::numbers::pi / 180.0;
    const double c = pixelsPerMm * std::cos(angle);
    const double s = pixelsPerMm * std::sin(angle);
    const double x = size.width / 2.0 - (c * 105.0 - s * 148.5);
    const double y = size.height / 2.0 - (s * 105.0 + c * 148.5);
    return {c, -s, x, s, c, y};
}

inline cv::Point2d apply(const cv::Matx23d& map, PointMm p)
{
    return {map(0, 0) * p.x + map(0, 1) * p.y + map(0, 2), map(1, 0) * p.x + map(1, 1) * p.y + map(1, 2)};
}

/// Draws a sheet that is 8-bit grey at `finePixelsPerMm` into a scan of `size` by the map.
inline cv::Mat scanSheet(const cv::Mat& sheet, double finePixelsPerMm, const cv::Matx23d& map, cv::Size size)
{
    const double step = 1.0 / finePixelsPerMm;
    const cv::Point2d origin = apply(map, {0.5 * step, 0.5 * step});
    const cv::Matx23d toScan(map(0, 0) * step, map(0, 1) * step, origin.x - 0.5, map(1, 0) * step,
                             map(1, 1) * step, origin.y - 0.5);
    cv::Mat scan;
    cv::warpAffine(sheet, scan, toScan, size, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    return scan;
}

constexpr double kFinePixelsPerMm = 20.0;

/// A white sheet with the marks, at kFinePixelsPerMm.
inline cv::Mat drawSheet(const std::vector<form::AdjustmentField>& marks)
{
    cv::Mat sheet(cvRound(297 * kFinePixelsPerMm), cvRound(210 * kFinePixelsPerMm), CV_8UC1, cv::Scalar(255));
    for (const form::AdjustmentField& mark : marks) {
        const cv::Mat ink = align::drawMark(mark, kFinePixelsPerMm);
        const cv::Rect place(cvRound((mark.centre.x - mark.sizeMm / 2) * kFinePixelsPerMm),
                             cvRound((mark.centre.y - mark.sizeMm / 2) * kFinePixelsPerMm), ink.cols,
                             ink.rows);
        sheet(place).setTo(30, ink);
    }
    return sheet;
}

} // namespace scanstraat::test
