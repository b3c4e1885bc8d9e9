// SPDX-License-Identifier: EUPL-1.2
#include "BedMap.h"

#include "Paper.h"
#include "Sheet.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::battery {

namespace {

/// Pixels between the places at which a map is computed; it is interpolated between them.
constexpr int kMapStep = 16;

/// The bend's slope is below 0.03, so each step leaves a thirtieth of the error.
constexpr int kInversionSteps = 5;

} // namespace

PointMm Bend::at(PointMm place) const
{
    return {mm / 2 * (std::sin(waves[0] * place.y + phases[0]) + std::sin(waves[1] * place.x + phases[1])),
            mm / 2 * (std::sin(waves[2] * place.y + phases[2]) + std::sin(waves[3] * place.x + phases[3]))};
}

Bend randomBend(double mm, synth::Random& random)
{
    Bend bend;
    bend.mm = mm;
    for (std::size_t i = 0; i < bend.waves.size(); ++i) {
        bend.waves.at(i) = 2.0 * CV_PI / random.uniform(120.0, 400.0);
        bend.phases.at(i) = random.uniform(0.0, 2.0 * CV_PI);
    }
    return bend;
}

BedMap::BedMap(const cv::Matx33d& sheetToWindow, cv::Point2d pixelsPerMm, const Bend& bend)
    : sheetToPixel_(cv::Matx33d(pixelsPerMm.x, 0, 0, 0, pixelsPerMm.y, 0, 0, 0, 1) * sheetToWindow),
      pixelToSheet_(sheetToPixel_.inv()), bend_(bend)
{
}

PointMm BedMap::toSheet(cv::Point2d pixel) const
{
    const PointMm flat = apply(pixelToSheet_, {pixel.x, pixel.y});
    const PointMm off = bend_.at(flat);
    return {flat.x + off.x, flat.y + off.y};
}

cv::Point2d BedMap::toPixel(PointMm sheet) const
{
    PointMm flat = sheet;
    for (int i = 0; i < kInversionSteps; ++i) {
        const PointMm off = bend_.at(flat);
        flat = {sheet.x - off.x, sheet.y - off.y};
    }
    const PointMm pixel = apply(sheetToPixel_, flat);
    return {pixel.x, pixel.y};
}

cv::Mat BedMap::drawingMap(cv::Size size) const
{
    const double scale = synth::kSheetPixelsPerMm;
    cv::Mat coarse(size.height / kMapStep + 3, size.width / kMapStep + 3, CV_32FC2);
    for (int row = 0; row < coarse.rows; ++row) {
        for (int column = 0; column < coarse.cols; ++column) {
            const PointMm place = toSheet({column * kMapStep + 0.5, row * kMapStep + 0.5});
            coarse.at<cv::Vec2f>(row, column) = cv::Vec2f(static_cast<float>(place.x * scale - 0.5),
                                                          static_cast<float>(place.y * scale - 0.5));
        }
    }
    cv::Mat map;
    const cv::Matx23d enlarge(1.0 / kMapStep, 0, 0, 0, 1.0 / kMapStep, 0);
    cv::warpAffine(coarse, map, enlarge, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    return map;
}

} // namespace scanstraat::battery
