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
}

void MarkDrawing::crossAgain()
{
    const double half = dice_.between(0.6, 1.3);
    const cv::Point2d centre(dice_.normal(0.12), dice_.normal(0.12));
    for (int times = dice_.whole(2, 3); times > 0; --times) {
        diagonals(half, 0.14, centre);
    }
}

void MarkDrawing::halfCross()
{
    const double half = dice_.between(0.7, 1.4);
    const double mirror = dice_.chance(0.5) ? 1.0 : -1.0;
    const double short_ = dice_.between(0.1, 0.5);
    pen_.stroke({at(-mirror * half, -half, 0.12), at(mirror * half, half, 0.12)});
    pen_.stroke({at(mirror * half, -half, 0.12), at(-mirror * short_, short_, 0.15)});
}

void MarkDrawing::star()
{
    const double half = dice_.between(0.6, 1.3);
    diagonals(half, 0.12, {0.0, 0.0});
    const bool upright = dice_.chance(0.5);
    pen_.stroke({at(upright ? 0.0 : -half, upright ? -half : 0.0, 0.12),
                 at(upright ? 0.0 : half, upright ? half : 0.0, 0.12)});
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
    const double bow = dice_.chance(0.4) ? dice_.between(-0.35, 0.35) : 0.0;
    pen_.stroke({at(-x, y, 0.15), at(bow, bow, 0.05), at(x, -y, 0.15)});
}

void MarkDrawing::dot()
{
    pen_.blob(at(0, 0, 0.15), std::max({pen_.widthMm() / 2, 0.33, dice_.between(0.09, 0.24) * side()}));
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

void MarkDrawing::runOut()
{
    const double clear = 1.0 + 2 * dice_.between(0.8, 2.6) / side();
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

void MarkDrawing::runOutOnce()
{
    const double clear = 1.0 + 2 * dice_.between(0.8, 3.0) / side();
    const double mirror = dice_.chance(0.3) ? -1.0 : 1.0;
    if (dice_.chance(0.5)) {
        const double back = dice_.between(-0.2, clear);
        pen_.stroke({at(-mirror * back, back, 0.1), at(mirror * clear, -clear, 0.15)});
    } else {
        pen_.stroke({at(-0.7 * mirror, 0.0, 0.15), at(-0.1, 0.7, 0.15), at(mirror * clear, -clear, 0.15)});
    }
}

void MarkDrawing::ring(cv::Point2d centre, cv::Point2d radius, double turns)
{
    std::vector<cv::Point2d> path;
    const double start = dice_.between(0.0, 2 * CV_PI);
    const double drift = dice_.normal(0.08);
    const int steps = cvRound(turns * 22);
    for (int i = 0; i <= steps; ++i) {
        const double angle = start + i * 2 * CV_PI / 22;
        const double grow = 1.0 + drift * i / 22;
        path.push_back(at(centre.x + grow * radius.x * std::cos(angle),
                          centre.y + grow * radius.y * std::sin(angle), 0.02));
    }
    pen_.stroke(path);
}

void MarkDrawing::circleAround()
{
    const double radius = dice_.between(1.25, 2.4);
    ring({dice_.normal(0.15), dice_.normal(0.15)},
         {radius * dice_.between(0.95, 1.7), radius * dice_.between(0.85, 1.1)}, dice_.between(0.85, 1.6));
}

RectMm MarkDrawing::neighboursRing()
{
    const double away = dice_.between(2.4, 5.0);
    const double radius = away - dice_.between(0.4, 1.3); // how near it comes to this box's middle
    const double sign = dice_.chance(0.5) ? 1.0 : -1.0;
    const bool upright = dice_.chance(0.8); // most groups are columns
    const double wide = radius * dice_.between(0.85, 1.3);
    const double aside = dice_.normal(0.3);
    const cv::Point2d centre = upright ? cv::Point2d(aside, sign * away) : cv::Point2d(sign * away, aside);
    const cv::Point2d reach = upright ? cv::Point2d(wide, radius) : cv::Point2d(radius, wide);
    ring(centre, reach, dice_.between(0.85, 1.6));
    const cv::Point2d from = at(centre.x - reach.x, centre.y - reach.y, 0.0);
    return {from.x, from.y, reach.x * side(), reach.y * box_.height};
}

void MarkDrawing::circleLabel()
{
    const double left = dice_.between(0.6, 1.9);
    const double length = dice_.between(1.5, 7.0);
    ring({left + length, dice_.normal(0.15)}, {length, dice_.between(0.8, 1.8)}, dice_.between(0.9, 1.4));
}

void MarkDrawing::strikeOut()
{
    const double from = -dice_.between(-0.4, 3.0); // in the box, perhaps only just
    const double to = dice_.between(2.6, 9.0);
    const double y = dice_.normal(0.35);
    const int form = dice_.whole(0, 3);
    const double swing = form < 2 ? 0.0 : form == 2 ? dice_.between(0.15, 0.4) : dice_.between(0.5, 1.0);
    const double step = form == 3 ? dice_.between(0.3, 0.7) : dice_.between(0.6, 1.2);
    const double slant = dice_.normal(0.06);
    const auto line = [&](double shift) {
        std::vector<cv::Point2d> path;
        double sign = 1.0;
        for (double x = from; x<to; x += swing> 0.0 ? step : 2.0) {
            path.push_back(at(x, y + shift + slant * x + sign * swing, 0.05));
            sign = -sign;
        }
        pen_.stroke(path);
    };
    line(0.0);
    if (dice_.chance(0.25)) {
        line(dice_.between(0.3, 0.7));
    }
}

void MarkDrawing::underline()
{
    const double from = dice_.between(1.2, 2.0);
    const double to = from + dice_.between(2.0, 7.0);
    const double y = dice_.between(0.85, 1.6);
    pen_.stroke({at(from, y, 0.1), at((from + to) / 2, y, 0.1), at(to, y, 0.12)});
}

void MarkDrawing::beside()
{
    // To the left or right: above and below are other options, whose marks they would be.
    const double lean = dice_.chance(0.9) ? dice_.between(-0.5, 0.5) : dice_.between(-1.6, 1.6);
    const double angle = dice_.chance(0.5) ? lean : lean + CV_PI;
    const double half = dice_.between(0.4, 1.0);
    const double along = std::max(std::abs(std::cos(angle)), std::abs(std::sin(angle)));
    const double away = (1.0 + half + dice_.between(0.1, 1.7)) / along;
    const cv::Point2d centre(away * std::cos(angle), away * std::sin(angle));
    if (dice_.chance(0.7)) {
        diagonals(half, 0.08, centre);
    } else {
        pen_.stroke({at(centre.x - half, centre.y, 0.08), at(centre.x - half * 0.2, centre.y + half, 0.08),
                     at(centre.x + half, centre.y - half, 0.08)});
    }
}

void MarkDrawing::across(const RectMm& other)
{
    const double x = (other.centre().x - box_.centre().x) / (side() / 2);
    const double y = (other.centre().y - box_.centre().y) / (box_.height / 2);
    const double grow = dice_.between(0.4, 1.1);
    const cv::Point2d low(std::min(0.0, x) - grow, std::min(0.0, y) - grow);
    const cv::Point2d high(std::max(0.0, x) + grow, std::max(0.0, y) + grow);
    pen_.stroke({at(low.x, low.y, 0.12), at(high.x, high.y, 0.12)});
    pen_.stroke({at(high.x, low.y, 0.12), at(low.x, high.y, 0.12)});
}

void MarkDrawing::questionMark()
{
    const double size = dice_.between(0.6, 1.2);
    const cv::Point2d centre(dice_.normal(0.4), dice_.normal(0.25));
    const auto place = [&](double x, double y) { return at(centre.x + size * x, centre.y + size * y, 0.04); };
    pen_.stroke({place(-0.5, -0.6), place(-0.1, -1.0), place(0.45, -0.75), place(0.4, -0.3), place(0.0, 0.0),
                 place(0.0, 0.45)});
    pen_.blob(place(0.0, 0.9), std::max(pen_.widthMm() * 0.6, 0.15));
}

void MarkDrawing::writingNearby()
{
    const double angle = dice_.between(0.0, 2 * CV_PI);
    const double along = std::max(std::abs(std::cos(angle)), std::abs(std::sin(angle)));
    const double away = dice_.between(2.3, 3.6) / along;
    const double high = dice_.between(0.5, 0.9);
    for (int letter = 0; letter < 3; ++letter) {
        std::vector<cv::Point2d> path;
        const double x = away * std::cos(angle) + (std::cos(angle) < 0 ? -letter : letter) * 1.2;
        for (int i = dice_.whole(3, 5); i > 0; --i) {
            path.push_back(
                at(x + dice_.between(-0.45, 0.45), away * std::sin(angle) + dice_.between(-high, high), 0.0));
        }
        pen_.stroke(path);
    }
}

} // namespace scanstraat::train
