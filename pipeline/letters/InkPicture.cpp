// SPDX-License-Identifier: EUPL-1.2
#include "letters/InkPicture.h"

#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace scanstraat::letters {

namespace {

constexpr double kLineHalfMm = 0.32;    ///< half the band that a printed line of 0.25 mm may stand in
constexpr double kSmallestMm2 = 0.10;   ///< half a full stop
constexpr double kFewestMm2 = 0.35;     ///< half of a thin 1
constexpr double kNoiseMargin = 4.0;    ///< standard deviations above paper
constexpr double kInkMargin = 0.36;     ///< of the darkest writing
constexpr double kLeastContrast = 26.0; ///< grey levels; faint HB pencil has 40

/// Clears a band across `dark`, keeping what continues on both sides of it. `dark` is given so that the
/// band lies in its rows.
void eraseRows(cv::Mat dark, int first, int last, double threshold)
{
    constexpr int kBeside = 2;
    for (int x = 0; x < dark.cols; ++x) {
        const auto darkest = [&](int row) {
            uchar value = 0;
            for (int dx = -1; dx <= 1; ++dx) {
                const int column = std::clamp(x + dx, 0, dark.cols - 1);
                if (row >= 0 && row < dark.rows) {
                    value = std::max(value, dark.at<uchar>(row, column));
                }
            }
            return value;
        };
        const uchar before = std::min(darkest(first - 1), darkest(first - kBeside));
        const uchar after = std::min(darkest(last + 1), darkest(last + kBeside));
        const bool crossed = before > threshold && after > threshold;
        for (int row = std::max(0, first); row <= std::min(last, dark.rows - 1); ++row) {
            dark.at<uchar>(row, x) = crossed ? std::min(before, after) : 0;
        }
    }
}

} // namespace

InkPicture::InkPicture(const page::RegisteredPage& page, const RectMm& area, std::span<const RectMm> frames)
    : area_(area)
{
    const cv::Mat grey = page.cut(area, kInkPixelsPerMm);
    const page::GreyHistogram levels(grey);
    const double paper = levels.quantile(0.70);
    const double noise = std::max(1.5, (paper - levels.quantile(0.35)) / 0.9);
    cv::Mat dark;
    cv::subtract(cv::Scalar(paper), grey, dark);
    eraseFrames(dark, frames);
    const page::GreyHistogram darkness(dark);
    double strongest = darkness.quantile(0.995);
    if (strongest < kLeastContrast) { // little ink on a large area: a single character on a line
        const double pixels = kFewestMm2 * kInkPixelsPerMm * kInkPixelsPerMm;
        strongest = darkness.quantile(1.0 - std::min(1.0, pixels / static_cast<double>(dark.total())));
    }
    const double contrast = std::max({kLeastContrast, strongest, kNoiseMargin * noise});
    const double floor = std::max(std::min(kNoiseMargin * noise, 0.6 * contrast), 0.18 * contrast);
    const double gain = 255.0 / std::max(1.0, 0.85 * contrast - floor);
    dark.convertTo(ink_, CV_8U, gain, -floor * gain);
    if (strongest < kLeastContrast) {
        ink_.setTo(0);
    }
    findPieces();
}

cv::Rect InkPicture::toPixels(const RectMm& part) const
{
    const cv::Rect rect(cv::Point(cvRound((part.x - area_.x) * kInkPixelsPerMm),
                                  cvRound((part.y - area_.y) * kInkPixelsPerMm)),
                        cv::Point(cvRound((part.right() - area_.x) * kInkPixelsPerMm),
                                  cvRound((part.bottom() - area_.y) * kInkPixelsPerMm)));
    return rect & cv::Rect({0, 0}, ink_.size());
}

void InkPicture::eraseFrames(cv::Mat& dark, std::span<const RectMm> frames) const
{
    const double threshold = 0.4 * std::max(kLeastContrast, page::GreyHistogram(dark).quantile(0.98));
    const double band = kLineHalfMm * kInkPixelsPerMm;
    cv::Mat turned;
    for (const bool vertical : {false, true}) {
        if (vertical) {
            cv::transpose(dark, turned);
        }
        cv::Mat& canvas = vertical ? turned : dark;
        for (const RectMm& frame : frames) {
            const double across = vertical ? frame.x - area_.x : frame.y - area_.y;
            const double size = vertical ? frame.width : frame.height;
            const double along = vertical ? frame.y - area_.y : frame.x - area_.x;
            const double length = vertical ? frame.height : frame.width;
            const cv::Range columns(
                std::clamp(cvFloor(along * kInkPixelsPerMm - band), 0, canvas.cols),
                std::clamp(cvCeil((along + length) * kInkPixelsPerMm + band), 0, canvas.cols));
            for (const double edge : {across, across + size}) {
                eraseRows(canvas.colRange(columns), cvRound(edge * kInkPixelsPerMm - band),
                          cvRound(edge * kInkPixelsPerMm + band), threshold);
            }
        }
    }
    cv::transpose(turned, dark);
}

void InkPicture::findPieces()
{
    const cv::Mat solid = ink_ > 255 * kInkMargin;
    cv::Mat stats;
    cv::Mat centroids;
    // Pieces that do not touch take four pixels each at least: 16 bits do for most fields, at half the cost.
    const bool isSmall = solid.total() < 4 * static_cast<std::size_t>(std::numeric_limits<ushort>::max());
    const int count =
        cv::connectedComponentsWithStats(solid, labels_, stats, centroids, 8, isSmall ? CV_16U : CV_32S);
    for (int i = 1; i < count; ++i) {
        Piece piece;
        piece.label = i;
        piece.box = {stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                     stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)};
        piece.area = stats.at<int>(i, cv::CC_STAT_AREA);
        piece.centroid = {centroids.at<double>(i, 0), centroids.at<double>(i, 1)};
        if (piece.area >= kSmallestMm2 * kInkPixelsPerMm * kInkPixelsPerMm) {
            pieces_.push_back(piece);
        }
    }
    std::ranges::stable_sort(pieces_, {}, [](const Piece& piece) { return piece.box.x; });
}

} // namespace scanstraat::letters
