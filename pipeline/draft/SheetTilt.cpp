// SPDX-License-Identifier: EUPL-1.2
//
// Where the print is projected along its lines, the profile is sharpest (Postl, 1986). Rows and columns are
// both used, so that a page of boxes alone or of text alone is enough. The search goes from half a degree
// down to a twentieth; the slopes of the long rules then tell the rest, or narrower bins where there are
// none.
#include "draft/SheetTilt.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace scanstraat::draft {

namespace {

constexpr double kWorkPixelsPerMm = 6.0;
constexpr double kMostDegrees = 5.0;
constexpr double kRimMm = 4.0; ///< borders of scanners run straight along the picture
constexpr int kInked = 60;     ///< grey levels darker than what is around
constexpr std::size_t kMostPoints = 60000;

/// Pixels where `small`, at kWorkPixelsPerMm, gets brighter or darker across rows or columns.
std::vector<cv::Point2f> edgePoints(const cv::Mat& small, bool rows)
{
    cv::Mat step;
    cv::Sobel(small, step, CV_16S, rows ? 0 : 1, rows ? 1 : 0, 3, 0.25);
    cv::Mat edges = cv::abs(step) > kInked;
    const int rim = cvRound(kRimMm * kWorkPixelsPerMm);
    cv::rectangle(edges, {0, 0, edges.cols, edges.rows}, cv::Scalar(0), 2 * rim);
    std::vector<cv::Point> all;
    cv::findNonZero(edges, all);
    const std::size_t every = all.size() / kMostPoints + 1;
    std::vector<cv::Point2f> points;
    cv::RNG random(1);
    for (std::size_t i = 0; i < all.size(); i += every) {
        // whole pixels would make the profile of an upright picture look sharp, whatever is on it
        points.emplace_back(static_cast<float>(all[i].x) + random.uniform(-0.5F, 0.5F),
                            static_cast<float>(all[i].y) + random.uniform(-0.5F, 0.5F));
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

struct Slope
{
    double degrees;
    double weight;
};

/// Slopes of the long thin lines along the rows of a picture, each by least squares through its columns.
void addSlopes(const cv::Mat& picture, double sign, std::vector<Slope>& slopes)
{
    constexpr double kLongMm = 9.0;
    constexpr double kFlatMm = 1.2;
    constexpr double kFaint = 30.0; ///< grey levels
    cv::Mat thin;
    cv::morphologyEx(picture, thin, cv::MORPH_BLACKHAT, cv::getStructuringElement(cv::MORPH_RECT, {1, 9}));
    cv::Mat lines = thin > kFaint;
    cv::morphologyEx(lines, lines, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {24, 1}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(lines, labels, stats, centres, 8);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (box.width < kLongMm * kWorkPixelsPerMm || box.height > kFlatMm * kWorkPixelsPerMm) {
            continue;
        }
        double n = 0.0;
        cv::Vec4d sums; // x, y, xx, xy
        // the faint rim of the line counts, too: the mask alone has steps of whole pixels
        for (int y = std::max(0, box.y - 2); y < std::min(thin.rows, box.br().y + 2); ++y) {
            for (int x = box.x; x < box.br().x; ++x) {
                const double w = thin.at<uchar>(y, x);
                const double dx = x - box.x;
                const double dy = y - box.y;
                n += w;
                sums += w * cv::Vec4d(dx, dy, dx * dx, dx * dy);
            }
        }
        const double slope = (n * sums[3] - sums[0] * sums[1]) / (n * sums[2] - sums[0] * sums[0]);
        const double length = box.width / kWorkPixelsPerMm;
        slopes.push_back({sign * std::atan(slope) * 180.0 / std::numbers::pi, length * length});
    }
}

/// By how much more the page is turned than `degrees`, from its long lines; none where they are too few.
std::optional<double> slopeOfRules(const cv::Mat& small, double degrees)
{
    const cv::Point2f middle(static_cast<float>(small.cols) / 2, static_cast<float>(small.rows) / 2);
    cv::Mat straight;
    cv::warpAffine(small, straight, cv::getRotationMatrix2D(middle, degrees, 1.0), small.size(),
                   cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    std::vector<Slope> slopes;
    addSlopes(straight, 1.0, slopes);
    addSlopes(straight.t(), -1.0, slopes);
    constexpr double kLeastWeight = 1000.0; // ten lines of 10 mm, or one of 32
    double all = 0.0;
    for (const Slope& slope : slopes) {
        all += slope.weight;
    }
    if (all < kLeastWeight) {
        return std::nullopt;
    }
    std::ranges::sort(slopes, {}, &Slope::degrees);
    double sum = 0.0;
    const auto middleOne = std::ranges::find_if(slopes, [&](const Slope& slope) {
        sum += slope.weight;
        return sum >= all / 2;
    });
    return middleOne->degrees;
}

/// Black that reaches the picture's rim, a lid or a dark edge, has edges of its own.
void whitenRim(cv::Mat& small)
{
    constexpr double kBlack = 90.0;
    cv::Mat dark = small < kBlack;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 4);
    std::vector<uchar> atRim(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        const bool touches = row[cv::CC_STAT_LEFT] == 0 || row[cv::CC_STAT_TOP] == 0 ||
                             row[cv::CC_STAT_LEFT] + row[cv::CC_STAT_WIDTH] == small.cols ||
                             row[cv::CC_STAT_TOP] + row[cv::CC_STAT_HEIGHT] == small.rows;
        atRim[static_cast<std::size_t>(i)] = touches ? 255 : 0;
    }
    cv::Mat rim(small.size(), CV_8U);
    for (int y = 0; y < small.rows; ++y) {
        const int* label = labels.ptr<int>(y);
        auto* out = rim.ptr<uchar>(y);
        for (int x = 0; x < small.cols; ++x) {
            out[x] = atRim[static_cast<std::size_t>(label[x])];
        }
    }
    cv::dilate(rim, rim, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    small.setTo(255, rim);
}

} // namespace

double tiltOf(const cv::Mat& grey, double pixelsPerMm)
{
    constexpr std::size_t kFewest = 200;
    const double factor = kWorkPixelsPerMm / pixelsPerMm;
    cv::Mat small;
    cv::resize(grey, small, {}, factor, factor, cv::INTER_AREA);
    whitenRim(small);
    const auto alongRows = edgePoints(small, true);
    const auto alongColumns = edgePoints(small, false);
    if (alongRows.size() + alongColumns.size() < kFewest) {
        return 0.0;
    }
    const auto sharpnessAt = [&](double degrees, double bin) {
        const double angle = degrees * std::numbers::pi / 180.0;
        return sharpness(alongRows, -std::sin(angle), std::cos(angle), bin) +
               sharpness(alongColumns, std::cos(angle), std::sin(angle), bin);
    };
    double best = 0.0;
    const auto search = [&](double reach, double step, double bin) {
        const double middle = best;
        double most = -1.0;
        for (int i = -cvRound(reach / step); i <= cvRound(reach / step); ++i) {
            const double degrees = middle + i * step;
            const double sum = sharpnessAt(degrees, bin);
            if (sum > most) {
                most = sum;
                best = degrees;
            }
        }
    };
    search(kMostDegrees, 0.25, 3.0);
    search(0.3, 0.05, 1.5);
    constexpr double kFar = 0.2; // from here on lines that are cut through blur the profile clearly
    constexpr double kClearly = 1.04;
    if (std::abs(best) > kFar && sharpnessAt(best, 1.5) < kClearly * sharpnessAt(0.0, 1.5)) {
        best = 0.0;
    }
    const auto rest = slopeOfRules(small, best);
    if (rest) {
        return best + *rest;
    }
    search(0.06, 0.01, 1.0);
    constexpr double kUnsure = 0.06; // text alone tells no better
    return std::abs(best) < kUnsure ? 0.0 : best;
}

} // namespace scanstraat::draft
