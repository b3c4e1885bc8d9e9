// SPDX-License-Identifier: EUPL-1.2
//
// Where the print is projected along its lines, the profile is sharpest (Postl, 1986). Rows and columns are
// both used, so that a page of boxes alone or of text alone is enough. The search goes from half a degree down
// to a hundredth; the last steps look at narrow bins, which only long rules fill evenly.
#include "draft/SheetTilt.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>
#include <vector>

namespace scanstraat::draft {

namespace {

constexpr double kWorkPixelsPerMm = 6.0;
constexpr double kMostDegrees = 5.0;
constexpr double kRimMm = 4.0; ///< borders of scanners run straight along the picture
constexpr int kInked = 60;     ///< grey levels darker than what is around
constexpr std::size_t kMostPoints = 60000;

std::vector<cv::Point2f> edgePoints(const cv::Mat& grey, double pixelsPerMm, bool rows)
{
    const double factor = kWorkPixelsPerMm / pixelsPerMm;
    cv::Mat small;
    cv::resize(grey, small, {}, factor, factor, cv::INTER_AREA);
    cv::Mat step;
    cv::Sobel(small, step, CV_16S, rows ? 0 : 1, rows ? 1 : 0, 3, 0.25);
    cv::Mat edges = cv::abs(step) > kInked;
    const int rim = cvRound(kRimMm * kWorkPixelsPerMm);
    cv::rectangle(edges, {0, 0, edges.cols, edges.rows}, cv::Scalar(0), 2 * rim);
    std::vector<cv::Point> all;
    cv::findNonZero(edges, all);
    const std::size_t every = all.size() / kMostPoints + 1;
    std::vector<cv::Point2f> points;
    for (std::size_t i = 0; i < all.size(); i += every) {
        points.emplace_back(all[i]);
    }
    return points;
}

/// Sum of squares of the profile of points projected onto (x, y).
double sharpness(const std::vector<cv::Point2f>& points, double x, double y, double binPixels)
{
    constexpr double kReach = 4000.0; ///< pixels; A3 at 6 pixels per mm has 2520
    std::vector<float> bins(static_cast<std::size_t>(2 * kReach / binPixels) + 2, 0.0F);
    for (const cv::Point2f& point : points) {
        const double at = (point.x * x + point.y * y + kReach) / binPixels;
        if (at >= 0 && at < static_cast<double>(bins.size())) {
            bins[static_cast<std::size_t>(at)] += 1.0F;
        }
    }
    double sum = 0.0;
    for (const float bin : bins) {
        sum += static_cast<double>(bin) * bin;
    }
    return sum;
}

} // namespace

double tiltOf(const cv::Mat& grey, double pixelsPerMm)
{
    constexpr std::size_t kFewest = 200;
    const auto alongRows = edgePoints(grey, pixelsPerMm, true);
    const auto alongColumns = edgePoints(grey, pixelsPerMm, false);
    if (alongRows.size() + alongColumns.size() < kFewest) {
        return 0.0;
    }
    double best = 0.0;
    const auto search = [&](double reach, double step, double bin) {
        const double middle = best;
        double most = -1.0;
        for (int i = -cvRound(reach / step); i <= cvRound(reach / step); ++i) {
            const double degrees = middle + i * step;
            const double angle = degrees * std::numbers::pi / 180.0;
            const double sum = sharpness(alongRows, -std::sin(angle), std::cos(angle), bin) +
                               sharpness(alongColumns, std::cos(angle), std::sin(angle), bin);
            if (sum > most) {
                most = sum;
                best = degrees;
            }
        }
    };
    search(kMostDegrees, 0.25, 3.0);
    search(0.3, 0.05, 1.5);
    search(0.06, 0.01, 1.0);
    return best;
}

} // namespace scanstraat::draft
