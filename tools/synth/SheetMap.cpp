// SPDX-License-Identifier: EUPL-1.2
//
// Scan to form is an affine map plus a smooth displacement (paper that stretched, a feeder that did
// not pull evenly), so every pixel knows its place. The way back is fitted.
#include "SheetMap.h"

#include "base/Units.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::synth {

namespace {

constexpr PointMm kMiddle{kA4WidthMm / 2, kA4HeightMm / 2};

/// Pixels between the places at which a map is computed; it is interpolated between them.
constexpr int kMapStep = 16;

cv::Point2d apply(const cv::Matx23d& map, double x, double y)
{
    return {map(0, 0) * x + map(0, 1) * y + map(0, 2), map(1, 0) * x + map(1, 1) * y + map(1, 2)};
}

cv::Matx33d square(const cv::Matx23d& map)
{
    return {map(0, 0), map(0, 1), map(0, 2), map(1, 0), map(1, 1), map(1, 2), 0, 0, 1};
}

cv::Matx23d affine(const cv::Matx33d& map)
{
    return {map(0, 0), map(0, 1), map(0, 2), map(1, 0), map(1, 1), map(1, 2)};
}

} // namespace

cv::Matx33d quarterTurned(cv::Size size, int quarterTurns)
{
    switch (quarterTurns & 3) {
    case 1:
        return {0, -1, double(size.height), 1, 0, 0, 0, 0, 1};
    case 2:
        return {-1, 0, double(size.width), 0, -1, double(size.height), 0, 0, 1};
    case 3:
        return {0, 1, 0, -1, 0, double(size.width), 0, 0, 1};
    default:
        return cv::Matx33d::eye();
    }
}

SheetMap::SheetMap(const JobSettings& job, const PageSettings& page, Random& random)
    : size_(cvRound(kA4WidthMm * job.dpi / kMillimetresPerInch),
            cvRound(kA4HeightMm * job.dpi / kMillimetresPerInch)),
      bendMm_(page.bendMm)
{
    const double scale = job.dpi / kMillimetresPerInch;
    const double angle = page.skewDegrees * CV_PI / 180.0;
    const double c = std::cos(angle) * scale;
    const double s = std::sin(angle) * scale;
    const double length = page.feedStretch;
    // Paper to scan: rotate around the middle, stretch along the feed, shift.
    const cv::Point2d middle(size_.width / 2.0 + page.shiftXMm * scale,
                             size_.height / 2.0 + page.shiftYMm * scale);
    sheetToScan_ = {c,          -s,         middle.x - c * kMiddle.x + s * kMiddle.y,
                    s * length, c * length, middle.y - length * (s * kMiddle.x + c * kMiddle.y)};
    const double print = job.printScale;
    const cv::Matx23d formToSheet(print, 0, kMiddle.x * (1 - print) + page.printShiftXMm, 0, print,
                                  kMiddle.y * (1 - print) + page.printShiftYMm);
    scanToForm_ = affine((square(sheetToScan_) * square(formToSheet)).inv());
    for (std::size_t i = 0; i < waves_.size(); ++i) {
        waves_[i] = 2.0 * CV_PI / random.uniform(120.0, 400.0);
        phases_[i] = random.uniform(0.0, 2.0 * CV_PI);
    }
}

PointMm SheetMap::toForm(double x, double y) const
{
    const cv::Point2d flat = apply(scanToForm_, x, y);
    const double half = bendMm_ / 2.0;
    return {flat.x + half * (std::sin(waves_[0] * flat.y + phases_[0]) +
                             std::sin(waves_[1] * flat.x + phases_[1])),
            flat.y + half * (std::sin(waves_[2] * flat.y + phases_[2]) +
                             std::sin(waves_[3] * flat.x + phases_[3]))};
}

std::array<cv::Point2d, 4> SheetMap::sheetCorners() const
{
    return {apply(sheetToScan_, 0, 0), apply(sheetToScan_, kA4WidthMm, 0),
            apply(sheetToScan_, kA4WidthMm, kA4HeightMm), apply(sheetToScan_, 0, kA4HeightMm)};
}

cv::Mat SheetMap::drawingMap(double drawingPixelsPerMm) const
{
    cv::Mat coarse(size_.height / kMapStep + 3, size_.width / kMapStep + 3, CV_32FC2);
    for (int row = 0; row < coarse.rows; ++row) {
        for (int column = 0; column < coarse.cols; ++column) {
            const PointMm place = toForm(column * kMapStep + 0.5, row * kMapStep + 0.5);
            coarse.at<cv::Vec2f>(row, column) =
                cv::Vec2f(static_cast<float>(place.x * drawingPixelsPerMm - 0.5),
                          static_cast<float>(place.y * drawingPixelsPerMm - 0.5));
        }
    }
    cv::Mat map;
    const cv::Matx23d enlarge(1.0 / kMapStep, 0, 0, 0, 1.0 / kMapStep, 0);
    cv::warpAffine(coarse, map, enlarge, size_, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    return map;
}

std::array<double, 6> SheetMap::bestAffine(int quarterTurns) const
{
    constexpr int kGrid = 24;
    cv::Mat form(kGrid * kGrid, 3, CV_64F);
    cv::Mat scan(kGrid * kGrid, 2, CV_64F);
    for (int i = 0; i < kGrid * kGrid; ++i) {
        const double x = size_.width * (i % kGrid + 0.5) / kGrid;
        const double y = size_.height * (i / kGrid + 0.5) / kGrid;
        const PointMm place = toForm(x, y);
        form.at<cv::Vec3d>(i, 0) = cv::Vec3d(place.x, place.y, 1.0);
        scan.at<cv::Vec2d>(i, 0) = cv::Vec2d(x, y);
    }
    cv::Mat solution;
    cv::solve(form, scan, solution, cv::DECOMP_SVD);
    const cv::Matx23d best(solution.at<double>(0, 0), solution.at<double>(1, 0), solution.at<double>(2, 0),
                           solution.at<double>(0, 1), solution.at<double>(1, 1), solution.at<double>(2, 1));
    const cv::Matx23d result = affine(quarterTurned(size_, quarterTurns) * square(best));
    return {result(0, 0), result(0, 1), result(0, 2), result(1, 0), result(1, 1), result(1, 2)};
}

} // namespace scanstraat::synth
