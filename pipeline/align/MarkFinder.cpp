// SPDX-License-Identifier: EUPL-1.2
// Marks are pieces of ink that stand alone, so each piece is compared with the mark's area and second
// moments; neither depends on how the sheet is turned. A mark that touches something else (a stamp, a
// staple's shadow) is missed: the caller does with the others.
#include "align/MarkFinder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::align {

namespace {

constexpr double kSmallest = 0.75 * 0.75; ///< of the mark's area: print scale, wrong dpi tags, worn toner
constexpr double kLargest = 1.3 * 1.3;
constexpr double kSpreadTolerance = 0.12; ///< relative; a 10 degree turn alone changes it by 0.01
constexpr std::size_t kMostMarks = 40;
constexpr double kShortestMm = 1.8; ///< marks have 2 mm and more; most printed letters are smaller

cv::Rect boxOf(const cv::Mat& stats, int piece)
{
    return {stats.at<int>(piece, cv::CC_STAT_LEFT), stats.at<int>(piece, cv::CC_STAT_TOP),
            stats.at<int>(piece, cv::CC_STAT_WIDTH), stats.at<int>(piece, cv::CC_STAT_HEIGHT)};
}

/// True where the scan ends inside the piece, so that its centroid is not the mark's.
bool isCut(const cv::Rect& piece, cv::Size scan)
{
    return piece.x <= 0 || piece.y <= 0 || piece.br().x >= scan.width || piece.br().y >= scan.height;
}

} // namespace

MarkFinder::MarkFinder(const page::PageImage& image) : image_(image)
{
    const page::Overview overview = page::overviewOf(image);
    shrink_ = overview.shrink;
    const double pixelsPerMm = image.dpi.pixelsPerMm() / shrink_;
    pieces_ = findInkPieces(overview.grey, cvRound(kShortestMm * pixelsPerMm));
}

std::vector<MarkCandidate> MarkFinder::find(const Mark& mark) const
{
    const double side = mark.field.sizeMm * image_.dpi.pixelsPerMm() / shrink_;
    const double expected = mark.model.areaShare * side * side;
    std::vector<std::pair<double, MarkCandidate>> likely;
    for (const InkPiece& piece : pieces_) {
        const double size = piece.area / expected;
        if (size < kSmallest || size > kLargest) {
            continue;
        }
        const double spread =
            std::abs((piece.mu20 + piece.mu02) / (piece.area * piece.area * mark.model.spread) - 1.0);
        if (spread <= kSpreadTolerance) {
            likely.emplace_back(spread + 0.2 * std::abs(std::log(size)),
                                MarkCandidate{piece.centroid * shrink_, std::sqrt(size)});
        }
    }
    std::ranges::stable_sort(likely, {}, &std::pair<double, MarkCandidate>::first);
    std::vector<MarkCandidate> found;
    for (std::size_t i = 0; i < std::min(likely.size(), kMostMarks); ++i) {
        found.push_back(likely[i].second);
    }
    return found;
}

std::optional<cv::Point2d> MarkFinder::measure(const Mark& mark, cv::Point2d about) const
{
    const double half = mark.field.sizeMm * image_.dpi.pixelsPerMm() * 0.95;
    const cv::Rect window =
        cv::Rect(cvFloor(about.x - half), cvFloor(about.y - half), cvCeil(2 * half), cvCeil(2 * half)) &
        cv::Rect({0, 0}, image_.grey.size());
    if (window.width < half || window.height < half) {
        return std::nullopt;
    }
    const cv::Mat part = image_.grey(window);
    double darkest = 0.0;
    double brightest = 0.0;
    cv::minMaxLoc(part, &darkest, &brightest);
    const cv::Mat dark = part < (darkest + brightest) / 2;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centroids, 8, CV_32S);
    int largest = 0;
    for (int i = 1; i < count; ++i) {
        if (largest == 0 || stats.at<int>(i, cv::CC_STAT_AREA) > stats.at<int>(largest, cv::CC_STAT_AREA)) {
            largest = i;
        }
    }
    if (largest == 0 || isCut(boxOf(stats, largest) + window.tl(), image_.grey.size())) {
        return std::nullopt;
    }
    // Weighing the rim's half-dark pixels by their darkness gives the fraction of a pixel.
    cv::Mat near;
    cv::dilate(labels == largest, near, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    cv::Mat weight;
    cv::subtract(cv::Scalar(brightest), part, weight);
    weight.setTo(0, ~near);
    const cv::Moments moments = cv::moments(weight, false);
    return cv::Point2d(window.x + moments.m10 / moments.m00 + 0.5,
                       window.y + moments.m01 / moments.m00 + 0.5);
}

} // namespace scanstraat::align
