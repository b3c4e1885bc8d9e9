// SPDX-License-Identifier: EUPL-1.2
#include "letters/InkPicture.h"

#include "letters/FrameEraser.h"
#include "page/GreyHistogram.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace scanstraat::letters {

namespace {

constexpr double kSmallestMm2 = 0.10;   ///< half a full stop
constexpr double kFewestMm2 = 0.35;     ///< half of a thin 1
constexpr double kNoiseMargin = 4.0;    ///< standard deviations above paper
constexpr double kInkMargin = 0.36;     ///< of the darkest writing
constexpr double kLeastContrast = 26.0; ///< grey levels; faint HB pencil has 40

} // namespace

InkPicture::InkPicture(page::PagePart part, std::span<const RectMm> frames) : part_(std::move(part))
{
    const cv::Mat& grey = part_.grey();
    const page::GreyHistogram levels(grey);
    const double paper = levels.quantile(0.70);
    const double noise = std::max(1.5, (paper - levels.quantile(0.35)) / 0.9);
    cv::Mat dark;
    cv::subtract(cv::Scalar(paper), grey, dark);
    const double darkest = std::max(0.0, paper - levels.quantile(0.02));
    eraseFrames(dark, part_.area(), frames, std::max(kLeastContrast, darkest));
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
