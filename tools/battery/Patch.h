// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Paper.h"
#include "Random.h"

#include <vector>

namespace scanstraat::battery {

/// A piece of the drawing to draw on: 8-bit, 0 nothing .. 255 full.
struct Patch
{
    cv::Mat cover;
    cv::Point topLeft;

    explicit Patch(const RectMm& area);
    /// Pixel of this patch for a place of the sheet.
    [[nodiscard]] cv::Point pixel(PointMm place) const { return drawingPixel(place) - topLeft; }
    void fill(const std::vector<PointMm>& outline, int value = 255);
    void line(PointMm from, PointMm to, double widthMm, int value = 255);
};

/// Clouds: 32-bit, about `low`..1, in spots of `spotMm`.
[[nodiscard]] cv::Mat clouds(cv::Size size, double spotMm, double low, synth::Random& random);

/// The places of `outline`, drawn for the top left corner, at corner 0..3 of the sheet (clockwise).
[[nodiscard]] std::vector<PointMm> atCorner(std::vector<PointMm> outline, int corner);

/// A line from `from` to `to` as paper tears: places about every 2 mm, off by up to about `raggedMm`.
[[nodiscard]] std::vector<PointMm> tornLine(PointMm from, PointMm to, double raggedMm, synth::Random& random);

/// The imprint of an office's rubber stamp around `centre`, round or rectangular, turned at will. `pressure`
/// 0..1: how much ink it leaves.
[[nodiscard]] Patch rubberStamp(PointMm centre, double pressure, synth::Random& random);

/// Blue, red, violet or black stamping ink: the light that it lets through.
[[nodiscard]] cv::Vec3d stampInk(synth::Random& random);

} // namespace scanstraat::battery
