// SPDX-License-Identifier: EUPL-1.2
//
// Strokes are thinned and thickened on the distance to the ink's edge, which keeps them smooth. Holes
// of small letters would close when a stroke gets much thicker, so that is limited.
#include "LetterShape.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::synth {

namespace {

constexpr double kLeastWidthShare = 0.55;
constexpr double kMostWidthShare = 1.5;

/// Half the width of the soft edge of a drawn stroke, in pixels.
constexpr double kEdge = 0.8;

/// Distance to the ink's edge in pixels, positive inside.
cv::Mat signedDistance(const cv::Mat& coverage)
{
    const cv::Mat ink = coverage > 127;
    const cv::Mat paper = coverage <= 127;
    cv::Mat inside;
    cv::Mat outside;
    cv::distanceTransform(ink, inside, cv::DIST_L2, cv::DIST_MASK_5);
    cv::distanceTransform(paper, outside, cv::DIST_L2, cv::DIST_MASK_5);
    return inside - outside;
}

} // namespace

double strokeWidth(const cv::Mat& coverage)
{
    double area = 0.0;
    double outline = 0.0;
    for (int y = 0; y + 1 < coverage.rows; ++y) {
        const uchar* row = coverage.ptr(y);
        const uchar* next = coverage.ptr(y + 1);
        for (int x = 0; x + 1 < coverage.cols; ++x) {
            area += row[x];
            outline += std::hypot(double(row[x + 1]) - row[x], double(next[x]) - row[x]);
        }
    }
    return outline > 0.0 ? 2.0 * area / outline : 0.0;
}

cv::Mat withStrokeWidth(const cv::Mat& coverage, double wanted)
{
    const double now = strokeWidth(coverage);
    if (now <= 0.0) {
        return coverage.clone();
    }
    const double target = std::clamp(wanted, now * kLeastWidthShare, now * kMostWidthShare);
    const double grow = (target - now) / 2.0;
    cv::Mat distance = signedDistance(coverage);
    cv::GaussianBlur(distance, distance, cv::Size(0, 0), 0.9);
    cv::Mat result;
    const double scale = 255.0 / (2.0 * kEdge);
    distance.convertTo(result, CV_8U, scale, (grow + kEdge) * scale);
    return result;
}

cv::Mat bent(const cv::Mat& coverage, double amplitudePx, Random& random)
{
    const double wave = 2.0 * CV_PI / std::max(coverage.rows, coverage.cols);
    const double phases[4] = {random.uniform(0, 6.28), random.uniform(0, 6.28), random.uniform(0, 6.28),
                              random.uniform(0, 6.28)};
    const double steps[2] = {wave * random.uniform(0.6, 1.4), wave * random.uniform(0.6, 1.4)};
    cv::Mat map(coverage.size(), CV_32FC2);
    for (int y = 0; y < map.rows; ++y) {
        for (int x = 0; x < map.cols; ++x) {
            const double dx = std::sin(steps[0] * y + phases[0]) + 0.5 * std::sin(steps[1] * x + phases[1]);
            const double dy = std::sin(steps[0] * x + phases[2]) + 0.5 * std::sin(steps[1] * y + phases[3]);
            map.at<cv::Vec2f>(y, x) = cv::Vec2f(static_cast<float>(x + amplitudePx * dx / 1.5),
                                                static_cast<float>(y + amplitudePx * dy / 1.5));
        }
    }
    cv::Mat result;
    cv::remap(coverage, result, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(0));
    return result;
}

cv::Rect inkBox(const cv::Mat& coverage, int threshold)
{
    return cv::boundingRect(coverage > threshold);
}

} // namespace scanstraat::synth
