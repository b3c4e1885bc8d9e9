// SPDX-License-Identifier: EUPL-1.2
// Boxes that a hand fills, wholly or by half.
#include "MarkDrawing.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::train {

void MarkDrawing::blackSolid()
{
    const double half = dice_.between(0.86, 1.12);
    std::vector<cv::Point2d> outline;
    for (int i = 0; i < 20; ++i) {
        const double angle = i * 2 * CV_PI / 20;
        const double longest = std::max(std::abs(std::cos(angle)), std::abs(std::sin(angle)));
        outline.push_back(at(half * std::cos(angle) / longest, half * std::sin(angle) / longest, 0.05));
    }
    pen_.fill(outline);
}

double MarkDrawing::Hatching::end(Dice& dice) const
{
    return reach * (1.0 - dice.between(0.0, unevenness));
}

/// Over the frame by 1.1 mm at most: many ends there are still hatching, one to four that go on farther are a
/// mark upon it.
MarkDrawing::Hatching MarkDrawing::hatching() const
{
    constexpr double kOverrunMm = 1.1;
    const double most = 1.0 + 2 * kOverrunMm / side();
    const double reach =
        dice_.chance(0.2) ? dice_.between(1.1, most) : dice_.between(0.85, std::min(1.2, most));
    return {reach, dice_.chance(0.4) ? dice_.between(0.0, 0.25) : 0.0};
}

void MarkDrawing::blackDiagonal(double gap)
{
    const double step = gap * pen_.widthMm() / (side() / 2);
    const double angle = dice_.between(0.35, 1.2);
    const double mirror = dice_.chance(0.3) ? -1.0 : 1.0;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const Hatching hatch = hatching();
    std::vector<cv::Point2d> path;
    bool down = false;
    const double corner = hatch.reach * (c + s);
    for (double off = -corner; off <= corner; off += step * dice_.between(0.75, 1.25)) {
        const double reach = hatch.end(dice_);
        // The stroke at this distance from the middle, from where it enters the square to where it leaves it.
        const double from = std::max((-reach + off * s) / c, (-reach - off * c) / s);
        const double to = std::min((reach + off * s) / c, (reach - off * c) / s);
        if (from < to) {
            const double along = down ? from : to;
            path.push_back(at(mirror * (along * c - off * s), along * s + off * c, 0.05));
            down = !down;
        }
    }
    pen_.stroke(path);
}

void MarkDrawing::blackHatched(double gap)
{
    const double step = gap * pen_.widthMm() / (side() / 2);
    const double slant = dice_.between(-1.0, 1.0);
    const bool upright = dice_.chance(0.4);
    const Hatching hatch = hatching();
    std::vector<cv::Point2d> path;
    double sign = 1.0;
    for (double across = -hatch.reach; across <= hatch.reach; across += step * dice_.between(0.7, 1.3)) {
        for (const double end : {-sign, sign}) {
            const double along = end * hatch.end(dice_);
            const double lean = std::clamp(across + slant * end * 0.4, -1.15, 1.15);
            path.push_back(upright ? at(lean, along, 0.06) : at(along, lean, 0.06));
        }
        sign = -sign;
    }
    pen_.stroke(path);
}

void MarkDrawing::blackSpiral(double gap)
{
    const double step = gap * pen_.widthMm() / (side() / 2) / (2 * CV_PI);
    const double reach = dice_.between(0.95, 1.35); // corners of a square need more than 1
    const double squeeze = dice_.between(0.8, 1.0);
    std::vector<cv::Point2d> path;
    double angle = dice_.between(0.0, 6.3);
    for (double radius = 0.02; radius < reach; radius += step * 0.45) {
        path.push_back(at(std::clamp(radius * std::cos(angle), -1.1, 1.1),
                          std::clamp(squeeze * radius * std::sin(angle), -1.1, 1.1), 0.04));
        angle += 0.45;
    }
    pen_.stroke(path);
}

void MarkDrawing::scribble(double length)
{
    std::vector<cv::Point2d> path{at(dice_.between(-0.8, 0.8), dice_.between(-0.8, 0.8), 0.0)};
    double travelled = 0.0;
    while (travelled < length * side()) {
        const cv::Point2d next = at(dice_.between(-1.0, 1.0), dice_.between(-1.0, 1.0), 0.05);
        travelled += cv::norm(next - path.back());
        path.push_back(next);
    }
    pen_.stroke(path);
}

void MarkDrawing::halfFilled()
{
    const double share = dice_.between(0.9, 1.25);
    const cv::Point2d centre = at(dice_.between(-0.4, 0.4), dice_.between(-0.4, 0.4), 0.0);
    if (dice_.chance(0.5)) {
        pen_.blob(centre, share * side() * 0.38);
        return;
    }
    const double right = dice_.between(-0.1, 0.35);
    const bool upright = dice_.chance(0.5);
    if (dice_.chance(0.4)) { // to and fro over one half
        std::vector<cv::Point2d> path;
        const double step = dice_.between(0.6, 1.2) * pen_.widthMm() / (side() / 2);
        double end = 0.9;
        for (double along = -0.9; along <= right; along += step) {
            path.push_back(upright ? at(along, -end, 0.06) : at(-end, along, 0.06));
            path.push_back(upright ? at(along, end, 0.06) : at(end, along, 0.06));
            end = -end;
        }
        pen_.stroke(path);
        return;
    }
    const std::vector<cv::Point2d> outline =
        upright ? std::vector{at(-1, -1, 0.08), at(right, -1, 0.1), at(right, 1, 0.1), at(-1, 1, 0.08)}
                : std::vector{at(-1, -1, 0.08), at(1, -1, 0.08), at(1, right, 0.1), at(-1, right, 0.1)};
    pen_.fill(outline);
}

} // namespace scanstraat::train
