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

std::string readRow(const cv::Mat& row, form::Symbology symbology)
{
    return readBarcodeText(cv::repeat(stretched(row), kStripRows, 1), symbology, false);
}

/// Whether there is anything like bars: text that is put together has fewer and fainter steps.
bool showsBars(const cv::Mat& row)
{
    constexpr int kFewestSteps = 20; ///< a start and a stop character alone have 20
    const cv::Mat dark = stretched(row) < 128;
    cv::Mat steps;
    cv::absdiff(dark.colRange(1, dark.cols), dark.colRange(0, dark.cols - 1), steps);
    return cv::countNonZero(steps) >= kFewestSteps;
}

/// `bars` are the rows of the bars alone, upright, with white at both sides.
std::string readMerged(const cv::Mat& bars, const form::Barcode& barcode)
{
    if (!showsBars(mergedRow(bars, kMean))) {
        return {};
    }
    std::vector<std::string> others;
    for (const Try& one : kTries) {
        const int from = static_cast<int>(one.from * bars.rows);
        const int to = std::max(from + 1, static_cast<int>(one.to * bars.rows));
        const cv::Mat row = mergedRow(bars.rowRange(from, std::min(to, bars.rows)), one.rank);
        const std::string text = readRow(row, barcode.symbology);
        if (!text.empty() && (text == barcode.payload || std::ranges::find(others, text) != others.end())) {
            return text;
        }
        if (!text.empty()) {
            others.push_back(text);
        }
    }
    return {};
}

bool hasBars(form::Symbology symbology)
{
    return symbology != form::Symbology::qr && symbology != form::Symbology::dataMatrix;
}

std::string readMerged(const page::RegisteredPage& page, const form::Barcode& barcode)
{
    if (!hasBars(barcode.symbology)) {
        return readBarcodeText(page.cut(barcode.zone.grown(kQuietMm), kFinePixelsPerMm), barcode.symbology,
                               true);
    }
    const RectMm wide = barcode.zone.grown(kQuietMm);
    const RectMm bars{wide.x, barcode.zone.y + kTrimMm, wide.width,
                      std::max(kTrimMm, barcode.zone.height - 2 * kTrimMm)};
    return readMerged(page.cut(bars, kFinePixelsPerMm), barcode);
}

/// Where the forms have their barcodes, each place and symbology once, without payloads.
std::vector<form::Barcode> placesOf(std::span<const form::FormTemplate> templates)
{
    std::vector<form::Barcode> places;
    for (const form::FormTemplate& form : templates) {
        for (const form::Page& page : form.pages) {
            const auto isSame = [&page](const form::Barcode& place) {
                return place.zone == page.barcode->zone && place.symbology == page.barcode->symbology;
            };
            if (page.barcode && std::ranges::none_of(places, isSame)) {
                places.push_back({page.barcode->zone, page.barcode->symbology, ""});
            }
        }
    }
    return places;
}

/// The two ways in which a sheet of A4 fills a picture that stands, or that lies.
std::vector<reading::Registration> filledPicture(const page::PageImage& image)
{
    const double s = image.dpi.pixelsPerMm();
    const double width = image.grey.cols;
    const double height = image.grey.rows;
    const bool lies = width > height;
    using Map = std::array<double, 6>;
    const std::array<Map, 2> maps =
        lies ? std::array<Map, 2>{{{0, s, 0, -s, 0, height}, {0, -s, width, s, 0, 0}}}
             : std::array<Map, 2>{{{s, 0, 0, 0, s, 0}, {-s, 0, width, 0, -s, height}}};
    std::vector<reading::Registration> ways(maps.size());
    for (std::size_t i = 0; i < maps.size(); ++i) {
        ways[i].mmToPixel = maps.at(i);
    }
    return ways;
}

} // namespace

std::string readBarcode(const page::RegisteredPage& page, const form::Barcode& barcode)
{
    const RectMm zone = barcode.zone.grown(kQuietMm);
    const std::string text = readBarcodeText(page.cut(zone, page.pixelsPerMm()), barcode.symbology, false);
    return text.empty() ? readMerged(page, barcode) : text;
}

std::string seekBarcode(const page::PageImage& image, std::span<const form::FormTemplate> templates)
{
    const std::vector<form::Barcode> places = placesOf(templates);
    for (const reading::Registration& way : filledPicture(image)) {
        const page::RegisteredPage page(image, way);
        for (const form::Barcode& place : places) {
            const std::string text = readMerged(page, place);
            if (!text.empty()) {
                return text;
            }
        }
    }
    return {};
}

} // namespace scanstraat::ident
