// SPDX-License-Identifier: EUPL-1.2
//
// Most barcodes are read at the first try, row by row as they lie in the scan. Where that fails, the rows are
// put together along the bars, over their whole height or a part of it, which takes away noise and what
// crosses them; black and white are then set by what is darkest and brightest nearby. A text that is not the
// one the form prints counts only when two such tries agree: Code 39 has no check digit.
#include "ident/BarcodeZone.h"

#include "ident/BarcodeReader.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace scanstraat::ident {

namespace {

constexpr double kQuietMm = 5.0;
constexpr double kFinePixelsPerMm = 16.0; ///< a narrow bar of 0.3 mm has five pixels
constexpr double kTrimMm = 1.0;           ///< at both ends of the bars, which may lie askew
constexpr double kNearbyMm = 4.0;         ///< a character of Code 39 is 4 to 6 mm wide
constexpr double kLeastContrast = 24.0;   ///< grey levels; below it is white paper or a black blot
constexpr int kStripRows = 12;

/// Rank among the rows that counts, from dark to bright. Ink over the bars only darkens; what has flaked off
/// only brightens.
constexpr double kBright = 0.8;
constexpr double kMiddle = 0.5;
constexpr double kDark = 0.2;
constexpr double kMean = -1.0; ///< no rank: the mean

/// What is tried: rows from `from` to `to` of the bars' height, put together.
struct Try
{
    double from;
    double to;
    double rank;
};
constexpr std::array kTries{Try{0.0, 1.0, kMiddle},  Try{0.0, 1.0, kBright},  Try{0.0, 1.0, kMean},
                            Try{0.0, 1.0, kDark},    Try{0.0, 0.34, kMiddle}, Try{0.33, 0.67, kMiddle},
                            Try{0.66, 1.0, kMiddle}, Try{0.0, 0.5, kBright},  Try{0.5, 1.0, kBright},
                            Try{0.0, 0.2, kMiddle},  Try{0.2, 0.4, kMiddle},  Try{0.4, 0.6, kMiddle},
                            Try{0.6, 0.8, kMiddle},  Try{0.8, 1.0, kMiddle}};

cv::Mat mergedRow(const cv::Mat& rows, double rank)
{
    cv::Mat merged;
    if (rank == kMean) {
        cv::reduce(rows, merged, 0, cv::REDUCE_AVG, CV_8U);
        return merged;
    }
    cv::sort(rows, merged, cv::SORT_EVERY_COLUMN | cv::SORT_ASCENDING);
    return merged.row(static_cast<int>(rank * (merged.rows - 1))).clone();
}

/// The row from 0 for the darkest nearby to 255 for the brightest.
cv::Mat stretched(const cv::Mat& row)
{
    const cv::Mat nearby = cv::Mat::ones(1, 2 * cvRound(kNearbyMm * kFinePixelsPerMm) + 1, CV_8U);
    cv::Mat darkest;
    cv::Mat brightest;
    cv::erode(row, darkest, nearby);
    cv::dilate(row, brightest, nearby);
    cv::Mat range;
    cv::Mat above;
    cv::Mat(brightest - darkest).convertTo(range, CV_32F);
    cv::Mat(row - darkest).convertTo(above, CV_32F, 255.0);
    cv::Mat result;
    cv::Mat(above / cv::max(range, kLeastContrast)).convertTo(result, CV_8U);
    result.setTo(255, range < kLeastContrast);
    return result;
}

std::string readRow(const cv::Mat& row)
{
    return readCode39(cv::repeat(stretched(row), kStripRows, 1), false);
}

/// Whether there is anything like bars: as much change along the rows as print has.
bool showsBars(const cv::Mat& row)
{
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(row, mean, deviation);
    return deviation[0] > kLeastContrast / 3;
}

/// `bars` are the rows of the bars alone, upright, with white at both sides.
std::string readMerged(const cv::Mat& bars, const std::string& payload)
{
    std::vector<std::string> others;
    for (const Try& one : kTries) {
        const int from = static_cast<int>(one.from * bars.rows);
        const int to = std::max(from + 1, static_cast<int>(one.to * bars.rows));
        const cv::Mat row = mergedRow(bars.rowRange(from, std::min(to, bars.rows)), one.rank);
        if (&one == kTries.data() && !showsBars(row)) {
            return {};
        }
        const std::string text = readRow(row);
        if (text == payload || std::ranges::find(others, text) != others.end()) {
            return text;
        }
        if (!text.empty()) {
            others.push_back(text);
        }
    }
    return {};
}

} // namespace

std::string readBarcode(const page::RegisteredPage& page, const form::Barcode& barcode)
{
    const RectMm zone = barcode.zone.grown(kQuietMm);
    const std::string text = readCode39(page.cut(zone, page.pixelsPerMm()), false);
    if (!text.empty()) {
        return text;
    }
    const RectMm bars{zone.x, barcode.zone.y + kTrimMm, zone.width,
                      std::max(kTrimMm, barcode.zone.height - 2 * kTrimMm)};
    return readMerged(page.cut(bars, kFinePixelsPerMm), barcode.payload);
}

} // namespace scanstraat::ident
