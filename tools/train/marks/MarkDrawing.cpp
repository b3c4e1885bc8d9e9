// SPDX-License-Identifier: EUPL-1.2
#include "MarkDrawing.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::train {

/// A place in box coordinates (-1..1 from edge to edge), moved by chance.
cv::Point2d MarkDrawing::at(double x, double y, double jitter) const
{
    return {box_.centre().x + (x + dice_.normal(jitter)) * side() / 2,
            box_.centre().y + (y + dice_.normal(jitter)) * box_.height / 2};
}

void MarkDrawing::diagonals(double half, double jitter, cv::Point2d centre)
{
    const double lean = dice_.between(0.7, 1.3);
    pen_.stroke(
        {at(centre.x - half * lean, centre.y - half, jitter), at(centre.x + half, centre.y + half, jitter)});
    pen_.stroke(
        {at(centre.x + half, centre.y - half * lean, jitter), at(centre.x - half, centre.y + half, jitter)});
}

void MarkDrawing::cross()
{
    const double half = dice_.chance(0.3) ? dice_.between(1.1, 2.0) : dice_.between(0.5, 1.2);
    const cv::Point2d centre(dice_.normal(0.2), dice_.normal(0.2));
    diagonals(half, 0.12, centre);
    if (dice_.chance(0.12)) {
        diagonals(half, 0.12, centre);
    }
}

void MarkDrawing::joinedCross()
{
    const double half = dice_.between(0.6, 1.2);
    const double mirror = dice_.chance(0.5) ? 1.0 : -1.0;
    const double back = dice_.between(-0.8, 0.1);
    pen_.stroke({at(mirror * half, -half, 0.12), at(-mirror * half * 0.8, half, 0.12),
                 at(-mirror * half * 0.8, back, 0.12), at(mirror * half, half, 0.12)});
}

void MarkDrawing::tick()
{
    const double tail = dice_.between(0.8, 2.2);
    pen_.stroke({at(-0.7, -0.1, 0.2), at(-0.15, 0.65, 0.2), at(tail, -tail, 0.2)});
}

void MarkDrawing::slash()
{
    const double half = dice_.between(0.5, 1.6);
    const int form = dice_.whole(0, 3);
    const double x = form == 2 ? 0.1 : half;
    const double y = form == 3 ? 0.1 : form == 1 ? -half : half;
    pen_.stroke({at(-x, y, 0.15), at(x, -y, 0.15)});
}

void MarkDrawing::dot()
{
    pen_.blob(at(0, 0, 0.25), std::max(pen_.widthMm() / 2, dice_.between(0.1, 0.24) * side()));
}

void MarkDrawing::plus()
{
    const double half = dice_.between(0.5, 1.4);
    pen_.stroke({at(-half, 0, 0.15), at(half, 0, 0.15)});
    pen_.stroke({at(0, -half, 0.15), at(0, half, 0.15)});
}

void MarkDrawing::loop()
{
    std::vector<cv::Point2d> path;
    const double radius = dice_.between(0.35, 0.8);
    for (int i = 0; i <= 12; ++i) {
        const double angle = i * 0.55;
        path.push_back(at(radius * std::cos(angle), radius * std::sin(angle), 0.04));
    }
    pen_.stroke(path);
}

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

void MarkDrawing::blackHatched(double gap)
{
    const double step = gap * pen_.widthMm() / (side() / 2);
    const double slant = dice_.between(-1.0, 1.0);
    const bool upright = dice_.chance(0.4);
    const double reach = dice_.between(0.85, 1.2);
    std::vector<cv::Point2d> path;
    double sign = 1.0;
    for (double across = -reach; across <= reach; across += step * dice_.between(0.7, 1.3)) {
        for (const double end : {-sign, sign}) {
            const double along = end * reach;
            const double lean = std::clamp(across + slant * end * 0.4, -1.15, 1.15);
            path.push_back(upright ? at(lean, along, 0.06) : at(along, lean, 0.06));
        }
        sign = -sign;
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
    const std::vector<cv::Point2d> outline =
        upright ? std::vector{at(-1, -1, 0.08), at(right, -1, 0.1), at(right, 1, 0.1), at(-1, 1, 0.08)}
                : std::vector{at(-1, -1, 0.08), at(1, -1, 0.08), at(1, right, 0.1), at(-1, right, 0.1)};
    pen_.fill(outline);
}

void MarkDrawing::runOut()
{
    const double clear = 1.0 + 2 * dice_.between(0.9, 2.6) / side();
    const cv::Point2d centre(dice_.normal(0.1), dice_.normal(0.1));
    const int form = dice_.whole(0, 9);
    if (form < 8) {
        diagonals(clear, 0.1, centre);
    } else if (form == 8) {
        pen_.stroke({at(-clear, -clear, 0.1), at(clear, clear, 0.1)});
        pen_.stroke({at(-clear, 0, 0.1), at(clear, 0, 0.1)});
    } else {
        pen_.stroke({at(-clear, 0, 0.1), at(clear, 0, 0.1)});
        pen_.stroke({at(0, -clear, 0.1), at(0, clear, 0.1)});
    }
}

void MarkDrawing::strokeEnd()
{
    const double in = dice_.between(0.72, 1.3);
    const double out = in + dice_.between(0.8, 2.5);
    const double x = dice_.between(-0.9, 0.9);
    const int from = dice_.whole(0, 3);
    const double sign = from % 2 == 0 ? 1.0 : -1.0;
    pen_.stroke(from < 2 ? std::vector{at(x, sign * out, 0.1), at(x * 0.8, sign * in, 0.05)}
                         : std::vector{at(sign * out, x, 0.1), at(sign * in, x * 0.8, 0.05)});
}

} // namespace scanstraat::train
