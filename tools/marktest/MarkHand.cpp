// SPDX-License-Identifier: EUPL-1.2
#include "MarkHand.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::marktest {

using synth::Stroke;

MarkHand::MarkHand(synth::Sheet& sheet, synth::Difficulty difficulty, synth::Random& random)
    : sheet_(sheet), random_(random), drawer_(sheet, difficulty, random),
      care_(random.uniform(choose(difficulty, 0.5, 0.15, 0.0), 1.0)), lean_(random.normal(0.0, 0.07))
{
}

PointMm MarkHand::near(PointMm place, double mm)
{
    const double spread = mm * (1.5 - care_);
    return {place.x + random_.normal(0.0, spread), place.y + random_.normal(0.0, spread)};
}

Stroke MarkHand::curve(const std::vector<PointMm>& places)
{
    Stroke stroke;
    stroke.points = synth::smoothed(places, 10);
    stroke.widthMm = penMm() * random_.uniform(0.9, 1.15);
    const double last = std::max(1.0, double(stroke.points.size() - 1));
    const double lift = random_.uniform(0.1, 0.6);
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
        const double t = double(i) / last;
        stroke.pressure.push_back(1.0 - lift * std::pow(t, 5.0));
    }
    return stroke;
}

Stroke MarkHand::line(PointMm from, PointMm to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double bow = random_.normal(0.0, 0.05);
    const double wave = random_.normal(0.0, 0.02);
    const PointMm early{from.x + dx * 0.3 - dy * (bow + wave), from.y + dy * 0.3 + dx * (bow + wave)};
    const PointMm late{from.x + dx * 0.7 - dy * (bow - wave), from.y + dy * 0.7 + dx * (bow - wave)};
    return curve({from, early, late, to});
}

Stroke MarkHand::loop(const RectMm& around)
{
    const PointMm middle = around.centre();
    const double start = random_.uniform(-2.4, -0.8);
    const double turn = (random_.chance(0.7) ? -1.0 : 1.0) * random_.uniform(6.1, 7.2);
    const double squeeze = random_.uniform(0.94, 1.06);
    std::vector<PointMm> places;
    for (int i = 0; i <= 12; ++i) {
        const double angle = start + turn * i / 12.0;
        const double grow = 1.0 + 0.08 * (i / 12.0 - 0.5);
        places.push_back(near({middle.x + around.width / 2 * grow * squeeze * std::cos(angle),
                               middle.y + around.height / 2 * grow * std::sin(angle)},
                              0.015 * around.height));
    }
    return curve(places);
}

std::vector<Stroke> MarkHand::cross(const RectMm& box, double reach)
{
    const double half = box.width * reach / 2;
    const double unrest = 0.035 * box.width * std::max(0.6, reach);
    const PointMm middle = near(box.centre(), 0.04 * box.width);
    const double tall = random_.uniform(0.85, 1.15);
    const double lean = lean_ * box.width;
    const auto corner = [&](double x, double y) {
        return near({middle.x + x * half - y * lean, middle.y + y * half * tall}, unrest);
    };
    return {line(corner(-1, -1), corner(1, 1)), line(corner(1, -1), corner(-1, 1))};
}

Stroke MarkHand::zigzag(const RectMm& area, double pitchMm, double degrees)
{
    const double c = std::cos(degrees * CV_PI / 180.0);
    const double s = std::sin(degrees * CV_PI / 180.0);
    const PointMm middle = area.centre();
    const double half = (std::abs(c) * area.width + std::abs(s) * area.height) / 2;
    std::vector<PointMm> places;
    bool forth = random_.chance(0.5);
    for (double along = -half; along <= half + 0.3 * pitchMm;
         along += pitchMm * random_.uniform(0.75, 1.25)) {
        // The line at `along`, as far as the area goes on one side.
        double reach = 100.0;
        if (std::abs(s) > 1e-3) {
            reach = std::min(reach, area.width / 2 / std::abs(s) + c * along / s * (forth ? 1.0 : -1.0));
        }
        if (std::abs(c) > 1e-3) {
            reach = std::min(reach, area.height / 2 / std::abs(c) - s * along / c * (forth ? 1.0 : -1.0));
        }
        const double across = (forth ? 1.0 : -1.0) * std::max(0.0, reach);
        places.push_back(
            near({middle.x + c * along - s * across, middle.y + s * along + c * across}, 0.03 * area.width));
        forth = !forth;
    }
    Stroke stroke;
    stroke.points = synth::smoothed(places, 5);
    stroke.widthMm = penMm() * random_.uniform(0.95, 1.1);
    return stroke;
}

void MarkHand::fill(const RectMm& area, double degrees)
{
    const double pitch = penMm() * random_.uniform(0.5, 0.75);
    sheet_.draw(
        {zigzag(area, pitch, degrees), zigzag(area, pitch * 1.2, degrees + random_.uniform(60, 120))});
}

std::vector<Stroke> MarkHand::widened(std::vector<Stroke> strokes, double widthMm)
{
    for (Stroke& stroke : strokes) {
        stroke.widthMm = widthMm;
    }
    return strokes;
}

} // namespace scanstraat::marktest
