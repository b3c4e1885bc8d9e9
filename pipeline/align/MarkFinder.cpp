// SPDX-License-Identifier: EUPL-1.2
// Marks are solid pieces of ink that stand alone, so the dark pixels inside each outline are compared with
// the mark's area and second moments; neither depends on how the sheet is turned. A mark that touches
// something else (a stamp, a staple's shadow) is missed: the caller does with the others.
#include "align/MarkFinder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::align {

namespace {

constexpr double kDarkShare = 0.6;        ///< of the paper's local brightness; toner lies below 0.5
constexpr double kDarkestPaper = 90.0;    ///< grey levels; a dark scanner bed has 60 and less
constexpr double kSmallest = 0.75 * 0.75; ///< of the mark's area: print scale, wrong dpi tags, worn toner
constexpr double kLargest = 1.3 * 1.3;
constexpr double kSpreadTolerance = 0.12; ///< relative; a 10 degree turn alone changes it by 0.01
constexpr std::size_t kMostMarks = 40;
constexpr double kShortestMm = 1.8; ///< marks have 2 mm and more; most printed letters are smaller
constexpr double kLongestMm = 25.0;

/// Brightness of the paper around each pixel: the brightest in about 15 mm, smoothed.
cv::Mat paperLevel(const cv::Mat& overview)
{
    cv::Mat small;
    cv::resize(overview, small, {}, 0.25, 0.25, cv::INTER_AREA);
    cv::dilate(small, small, cv::getStructuringElement(cv::MORPH_RECT, {13, 13}));
    cv::blur(small, small, {9, 9});
    cv::Mat level;
    cv::resize(small, level, overview.size(), 0, 0, cv::INTER_LINEAR);
    return level;
}

cv::Mat darkPixels(const cv::Mat& grey, const cv::Mat& paper)
{
    cv::Mat limit;
    paper.convertTo(limit, CV_8U, kDarkShare);
    limit.setTo(0, paper < kDarkestPaper); // the scanner's bed
    return grey < limit;
}

} // namespace

MarkFinder::MarkFinder(const page::PageImage& image) : image_(image)
{
    const page::Overview overview = page::overviewOf(image);
    shrink_ = overview.shrink;
    collectPieces(overview.grey, image.dpi.value / shrink_);
}

void MarkFinder::collectPieces(const cv::Mat& overview, double dpi)
{
    const cv::Mat dark = darkPixels(overview, paperLevel(overview));
    const int longest = cvRound(dpi / kMillimetresPerInch * kLongestMm);
    const int shortest = cvRound(dpi / kMillimetresPerInch * kShortestMm);
    // Several times faster than labelling the whole page. With holes: on a dark scanner bed the sheet is one.
    std::vector<std::vector<cv::Point>> outlines;
    std::vector<cv::Vec4i> nesting; // next, previous, first inside, around
    cv::findContours(dark, outlines, nesting, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        const std::vector<cv::Point>& outline = outlines[i];
        const bool isHole = nesting[i][3] >= 0;
        const cv::Rect box = isHole ? cv::Rect() : cv::boundingRect(outline);
        if (std::min(box.width, box.height) < shortest || std::max(box.width, box.height) > longest) {
            continue;
        }
        cv::Mat inside = cv::Mat::zeros(box.size(), CV_8UC1);
        cv::fillPoly(inside, outline, cv::Scalar(255), cv::LINE_8, 0, -box.tl());
        const cv::Moments moments = cv::moments(inside & dark(box), true);
        pieces_.push_back({{box.x + moments.m10 / moments.m00 + 0.5, box.y + moments.m01 / moments.m00 + 0.5},
                           moments.m00,
                           (moments.mu20 + moments.mu02) / (moments.m00 * moments.m00)});
    }
}

std::vector<MarkCandidate> MarkFinder::find(const form::AdjustmentField& mark) const
{
    const MarkShapeModel model = modelOf(mark);
    const double side = mark.sizeMm * image_.dpi.pixelsPerMm() / shrink_;
    const double expected = model.areaShare * side * side;
    std::vector<std::pair<double, MarkCandidate>> likely;
    for (const Piece& piece : pieces_) {
        const double size = piece.area / expected;
        const double spread = std::abs(piece.spread / model.spread - 1.0);
        if (size >= kSmallest && size <= kLargest && spread <= kSpreadTolerance) {
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

std::optional<cv::Point2d> MarkFinder::measure(const form::AdjustmentField& mark, cv::Point2d about) const
{
    const double half = mark.sizeMm * image_.dpi.pixelsPerMm() * 0.95;
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
    if (largest == 0) {
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
