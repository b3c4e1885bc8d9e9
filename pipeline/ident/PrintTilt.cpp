// SPDX-License-Identifier: EUPL-1.2
#include "ident/PrintTilt.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace scanstraat::ident {

namespace {

constexpr double kMostDegrees = 11.0;
constexpr double kCoarseStep = 0.5;
constexpr double kFineStep = 0.1;
constexpr double kBinMm = 0.7;
constexpr double kSolidMm = 4.0;
constexpr double kInked = 100.0; ///< of 255
constexpr std::size_t kMostPoints = 2500;
constexpr double kRimMm = 5.0; ///< borders of copiers and scanners run straight along the picture

/// Places of ink in pixels, without what is solid; thinned out evenly.
std::vector<cv::Point2f> inkPoints(const cv::Mat& ink, double pixelsPerMm)
{
    const int side = 2 * std::max(1, cvRound(kSolidMm * pixelsPerMm / 2)) + 1; // odd: an even one moves edges
    const int rim = cvRound(kRimMm * pixelsPerMm);
    cv::Mat solid;
    cv::morphologyEx(ink, solid, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    cv::Mat fine = (solid - ink) > kInked;
    cv::rectangle(fine, {0, 0, fine.cols, fine.rows}, cv::Scalar(0), 2 * rim);
    std::vector<cv::Point> all;
    cv::findNonZero(fine, all);
    const std::size_t every = all.size() / kMostPoints + 1;
    std::vector<cv::Point2f> points;
    for (std::size_t i = 0; i < all.size(); i += every) {
        points.emplace_back(all[i]);
    }
    return points;
}

/// Sharpness of the projection of points onto the direction (x, y): squares of the steps of its profile.
class Projector
{
public:
    Projector(const std::vector<cv::Point2f>& points, cv::Size size, double pixelsPerMm)
        : points_(points), perPixel_(static_cast<float>(1.0 / (kBinMm * pixelsPerMm))),
          origin_(static_cast<float>(std::hypot(size.width, size.height)) * perPixel_),
          bins_(static_cast<std::size_t>(2 * origin_) + 3)
    {
    }

    [[nodiscard]] double sharpness(double x, double y)
    {
        std::ranges::fill(bins_, 0.0F);
        const float fx = static_cast<float>(x) * perPixel_;
        const float fy = static_cast<float>(y) * perPixel_;
        for (const cv::Point2f& point : points_) {
            bins_[static_cast<std::size_t>(point.x * fx + point.y * fy + origin_)] += 1.0F;
        }
        double sum = 0.0;
        for (std::size_t i = 1; i < bins_.size(); ++i) {
            const double step = bins_[i] - bins_[i - 1];
            sum += step * step;
        }
        return sum;
    }

private:
    const std::vector<cv::Point2f>& points_;
    float perPixel_;
    float origin_;
    std::vector<float> bins_;
};

} // namespace

PrintTilt tiltOfPrint(const cv::Mat& ink, double pixelsPerMm)
{
    const std::vector<cv::Point2f> points = inkPoints(ink, pixelsPerMm);
    Projector projector(points, ink.size(), pixelsPerMm);
    const auto look = [&](double degrees) {
        const double angle = degrees * std::numbers::pi / 180.0;
        return PrintTilt{degrees, projector.sharpness(-std::sin(angle), std::cos(angle)),
                         projector.sharpness(std::cos(angle), std::sin(angle))};
    };
    PrintTilt best;
    const auto search = [&](double from, double to, double step) {
        for (double degrees = from; degrees <= to + step / 2; degrees += step) {
            const PrintTilt one = look(degrees);
            if (one.rows + one.columns > best.rows + best.columns) {
                best = one;
            }
        }
    };
    search(-kMostDegrees, kMostDegrees, kCoarseStep);
    search(best.degrees - kCoarseStep, best.degrees + kCoarseStep, kFineStep);
    return best;
}

} // namespace scanstraat::ident
