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

void Pen::stroke(const std::vector<cv::Point2d>& points)
{
    const double wave = dice_.between(0.0, 0.06);
    const double swing = dice_.between(0.0, 0.25);
    const double phase = dice_.between(0.0, 6.3);
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
            const double width = widthMm_ * (1.0 + swing * std::sin(phase + travelled * 0.8));
            cv::circle(layer_, fixed(place * scale_), cvRound(width / 2 * scale_ * (1 << kShift)),
                       cv::Scalar(255), cv::FILLED, cv::LINE_AA, kShift);
            travelled += length / steps;
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
        pixels.push_back(fixed(corner * scale_));
    }
    cv::fillPoly(layer_, std::vector<std::vector<cv::Point>>{pixels}, cv::Scalar(255), cv::LINE_AA, kShift);
}

} // namespace scanstraat::train
