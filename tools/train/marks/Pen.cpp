// SPDX-License-Identifier: EUPL-1.2
#include "Pen.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::train {

namespace {

constexpr int kShift = 4; ///< binary places of OpenCV's drawing coordinates

cv::Point fixed(cv::Point2d place)
{
    return {cvRound(place.x * (1 << kShift)), cvRound(place.y * (1 << kShift))};
}

} // namespace

double Layer::coverage(const RectMm& box) const
{
    const RectMm inside = box.grown(-0.3);
    const cv::Rect place(cvRound((inside.x - area.x) * scale), cvRound((inside.y - area.y) * scale),
                         cvRound(inside.width * scale), cvRound(inside.height * scale));
    const cv::Rect seen = place & cv::Rect({0, 0}, ink.size());
    return seen.empty() ? 0.0 : static_cast<double>(cv::countNonZero(ink(seen) > 110)) / place.area();
}

cv::Point2d Pen::onLayer(cv::Point2d mm) const
{
    return (mm - cv::Point2d(layer_.area.x, layer_.area.y)) * layer_.scale;
}

void Pen::stroke(const std::vector<cv::Point2d>& points)
{
    const double wave = dice_.between(0.0, 0.06);
    const double swing = dice_.between(0.0, 0.25);
    const double phase = dice_.between(0.0, 6.3);
    const double fade = dice_.chance(0.4) ? dice_.between(0.2, 0.7) : 0.0; // towards the last end
    double travelled = 0.0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const cv::Point2d along = points[i + 1] - points[i];
        const double length = cv::norm(along);
        const cv::Point2d across(-along.y / (length + 1e-9), along.x / (length + 1e-9));
        const double bow = dice_.normal(0.05) * length;
        const int steps = std::max(2, cvRound(length / 0.08));
        for (int step = 0; step <= steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const double side = bow * 4 * t * (1 - t) + wave * std::sin(phase + travelled * 2.1);
            const cv::Point2d place = points[i] + along * t + across * side;
            const double width = tool_.widthMm * (1.0 + swing * std::sin(phase + travelled * 0.8));
            const double pressed = i + 2 == points.size() ? 1.0 - fade * t * t : 1.0;
            travelled += length / steps;
            if (std::sin(phase * 3 + travelled * 2.7) < 2 * tool_.skipping - 1.0) {
                continue;
            }
            const double ink = 255.0 * (0.4 + 0.6 * pressed);
            cv::circle(layer_.ink, fixed(onLayer(place)),
                       cvRound(width * (0.7 + 0.3 * pressed) / 2 * layer_.scale * (1 << kShift)),
                       cv::Scalar(ink), cv::FILLED, cv::LINE_AA, kShift);
        }
    }
}

void Pen::blob(cv::Point2d centre, double radiusMm)
{
    std::vector<cv::Point2d> outline;
    const double wobble = dice_.between(0.0, 0.25);
    const double phase = dice_.between(0.0, 6.3);
    for (int i = 0; i < 24; ++i) {
        const double angle = i * 2 * CV_PI / 24;
        const double radius = radiusMm * (1 + wobble * std::sin(2 * angle + phase));
        outline.push_back(centre + cv::Point2d(std::cos(angle), std::sin(angle)) * radius);
    }
    fill(outline);
}

void Pen::fill(const std::vector<cv::Point2d>& corners)
{
    std::vector<cv::Point> pixels;
    pixels.reserve(corners.size());
    for (const cv::Point2d& corner : corners) {
        pixels.push_back(fixed(onLayer(corner)));
    }
    cv::fillPoly(layer_.ink, std::vector<std::vector<cv::Point>>{pixels}, cv::Scalar(255), cv::LINE_AA,
                 kShift);
}

} // namespace scanstraat::train
