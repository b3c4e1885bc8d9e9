// SPDX-License-Identifier: EUPL-1.2
//
// ZXing tells where it read a barcode, which of a linear one is a stripe of some rows. The bars go on above
// and below as long as the rows look alike; their first and last dark columns end the zone.
#include "draft/BarcodeSearch.h"

#include <opencv2/imgproc.hpp>

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>

namespace scanstraat::draft {

namespace {

/// As templates name it, or as ZXing does where they do not know it.
std::string symbologyName(ZXing::BarcodeFormat format)
{
    switch (format) {
    case ZXing::BarcodeFormat::Code39:
        return toString(form::Symbology::code39);
    case ZXing::BarcodeFormat::Code128:
        return toString(form::Symbology::code128);
    case ZXing::BarcodeFormat::ITF:
        return toString(form::Symbology::interleaved2of5);
    case ZXing::BarcodeFormat::QRCode:
        return toString(form::Symbology::qr);
    case ZXing::BarcodeFormat::DataMatrix:
        return toString(form::Symbology::dataMatrix);
    default:
        return ZXing::ToString(format);
    }
}

cv::Rect boundsOf(const ZXing::Position& position)
{
    std::vector<cv::Point> corners;
    for (const auto& corner : position) {
        corners.emplace_back(corner.x, corner.y);
    }
    return cv::boundingRect(corners);
}

bool isLinear(ZXing::BarcodeFormat format)
{
    return ZXing::BarcodeFormats(ZXing::BarcodeFormat::LinearCodes).testFlag(format);
}

/// Share of the columns in which two rows of black and white agree.
double agreement(const cv::Mat& one, const cv::Mat& other)
{
    cv::Mat differ;
    cv::bitwise_xor(one, other, differ);
    return 1.0 - static_cast<double>(cv::countNonZero(differ)) / one.cols;
}

/// The whole of the bars that were read at `found`; the same when they do not lie along x.
cv::Rect growBars(const cv::Mat& grey, cv::Rect found)
{
    const cv::Rect sheet({0, 0}, grey.size());
    const cv::Rect wide = cv::Rect(found.x - 12, 0, found.width + 24, grey.rows) & sheet;
    const int middle = std::clamp(found.y + found.height / 2, 0, grey.rows - 1);
    if (wide.width < 10 || found.width < found.height) {
        return found & sheet;
    }
    const cv::Mat dark = grey(wide) < 128;
    const cv::Mat bars = dark.row(middle);
    constexpr double kSame = 0.93;
    int top = middle;
    int bottom = middle;
    while (top > 0 && agreement(dark.row(top - 1), bars) > kSame) {
        --top;
    }
    while (bottom + 1 < grey.rows && agreement(dark.row(bottom + 1), bars) > kSame) {
        ++bottom;
    }
    std::vector<cv::Point> set;
    cv::findNonZero(bars, set);
    if (set.empty()) {
        return found & sheet;
    }
    const auto [first, last] = std::ranges::minmax_element(set, {}, &cv::Point::x);
    return {wide.x + first->x, top, last->x - first->x + 1, bottom - top + 1};
}

struct ReadCode
{
    std::string symbology;
    std::string text;
    cv::Rect zone;
    bool isLinear = false;
};

std::optional<ReadCode> nextBarcode(const cv::Mat& grey, ZXing::BarcodeFormats formats = {})
{
    const ZXing::ImageView view(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.step));
    ZXing::DecodeHints hints;
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    hints.setFormats(formats);
    try {
        const ZXing::Result result = ZXing::ReadBarcode(view, hints);
        if (!result.isValid() || result.text().empty()) {
            return std::nullopt;
        }
        const cv::Rect zone = boundsOf(result.position()) & cv::Rect({0, 0}, grey.size());
        return ReadCode{symbologyName(result.format()), result.text(), zone, isLinear(result.format())};
    } catch (const std::exception&) {
        return std::nullopt; // what the library cannot take in is no barcode
    }
}

/// ZXing looks for Data Matrix from the middle of a picture only, so a page is looked at in parts.
void addDataMatrix(const Sheet& sheet, const cv::Mat& grey, std::vector<FoundBarcode>& barcodes)
{
    constexpr double kPartMm = 30.0;
    constexpr double kLeastInk = 0.06; ///< a symbol of 8 mm in a part of 30 mm; text is mostly below
    constexpr double kMostInk = 0.7;
    const int side = cvRound(kPartMm * sheet.pixelsPerMm);
    for (int y = 0; y + side / 2 < grey.rows; y += side / 2) {
        for (int x = 0; x + side / 2 < grey.cols; x += side / 2) {
            const cv::Rect part = cv::Rect(x, y, side, side) & cv::Rect({0, 0}, grey.size());
            const double ink = static_cast<double>(cv::countNonZero(grey(part) < 128)) / part.area();
            if (ink < kLeastInk || ink > kMostInk) {
                continue;
            }
            const auto one = nextBarcode(grey(part), ZXing::BarcodeFormat::DataMatrix);
            if (!one) {
                continue;
            }
            const RectMm zone = sheet.toMm(one->zone + part.tl());
            const bool isNew = std::ranges::none_of(barcodes, [&](const FoundBarcode& other) {
                return other.payload == one->text && std::abs(other.zone.x - zone.x) < zone.width &&
                       std::abs(other.zone.y - zone.y) < zone.height;
            });
            if (isNew) {
                barcodes.push_back({one->symbology, one->text, zone});
            }
        }
    }
}

} // namespace

std::vector<FoundBarcode> findBarcodes(const Sheet& sheet)
{
    constexpr int kMost = 12;
    cv::Mat grey = sheet.grey.clone();
    std::vector<FoundBarcode> barcodes;
    // One at a time: ZXing 1.4 stops the program when it compares two linear barcodes of one page.
    for (int i = 0; i < kMost; ++i) {
        const auto one = nextBarcode(grey);
        if (!one) {
            break;
        }
        const cv::Rect zone = one->isLinear ? growBars(sheet.grey, one->zone) : one->zone;
        barcodes.push_back({one->symbology, one->text, sheet.toMm(zone)});
        grey(((zone | one->zone) + cv::Size(8, 8) - cv::Point(4, 4)) & cv::Rect({0, 0}, grey.size()))
            .setTo(255);
    }
    addDataMatrix(sheet, grey, barcodes);
    std::ranges::sort(barcodes, {}, [](const FoundBarcode& b) { return std::pair(b.zone.y, b.zone.x); });
    return barcodes;
}

} // namespace scanstraat::draft
