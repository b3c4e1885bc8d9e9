// SPDX-License-Identifier: EUPL-1.2
// A G4 stream in a PDF is the strip of a TIFF file without its header: with a header put before it,
// libtiff decodes it.
#include "scan/PdfImage.h"

#include "page/Chroma.h"
#include "scan/TiffPage.h"
#include "scan/Turn.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <array>

namespace scanstraat::scan {

namespace {

void put(Bytes& to, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
}

struct TiffEntry
{
    std::uint16_t tag;
    std::uint32_t value;
};

constexpr std::uint32_t kHeader = 8; ///< bytes before the directory

/// A little-endian TIFF file with one G4 strip (TIFF 6.0, section 11).
Bytes wrapGroup4(const PdfImage& image)
{
    constexpr std::uint16_t kLong = 4;
    const std::array<TiffEntry, 8> entries{{
        {256, static_cast<std::uint32_t>(image.width)},
        {257, static_cast<std::uint32_t>(image.height)},
        {258, 1},                           // bits per sample
        {259, 4},                           // CCITT Group 4
        {262, image.zeroIsBlack ? 0U : 1U}, // photometric: the codec's runs start white
        {273, kHeader + 2 + 8 * 12 + 4},    // the strip follows the directory
        {278, static_cast<std::uint32_t>(image.height)},
        {279, static_cast<std::uint32_t>(image.data.size())},
    }};
    Bytes tiff{'I', 'I'};
    put(tiff, 42, 2);
    put(tiff, kHeader, 4);
    put(tiff, entries.size(), 2);
    for (const TiffEntry& entry : entries) {
        put(tiff, entry.tag, 2);
        put(tiff, kLong, 2);
        put(tiff, 1, 4);
        put(tiff, entry.value, 4);
    }
    put(tiff, 0, 4);
    tiff.insert(tiff.end(), image.data.begin(), image.data.end());
    return tiff;
}

cv::Mat unpackBits(const PdfImage& image)
{
    const std::size_t stride = image.stride();
    cv::Mat grey(image.height, image.width, CV_8UC1);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* row = image.data.data() + static_cast<std::size_t>(y) * stride;
        uchar* to = grey.ptr<uchar>(y);
        for (int x = 0; x < image.width; ++x) {
            const bool one = ((row[x / 8] >> (7 - x % 8)) & 1) != 0;
            to[x] = one == image.zeroIsBlack ? 255 : 0;
        }
    }
    return grey;
}

Result<RawImage, ScanProblem> decodeSamples(const PdfImage& image)
{
    if (image.data.size() < image.stride() * static_cast<std::size_t>(image.height)) {
        return Failure{ScanProblem{ScanProblemCode::truncated,
                                   "a picture in the PDF is cut off; copy or scan it again"}};
    }
    RawImage raw;
    raw.bitonal = image.bits == 1;
    if (image.bits == 1) {
        raw.grey = unpackBits(image);
        return raw;
    }
    const cv::Mat view(image.height, image.width, image.channels == 3 ? CV_8UC3 : CV_8UC1,
                       const_cast<std::uint8_t*>(image.data.data()));
    if (image.channels == 3) {
        cv::cvtColor(view, raw.grey, cv::COLOR_RGB2GRAY);
        raw.chroma = page::chromaOf(view, page::ChannelOrder::rgb);
    } else {
        raw.grey = view.clone();
    }
    return raw;
}

/// Clockwise.
Turn turnOf(int quarterTurns)
{
    return {quarterTurns % 2 != 0, quarterTurns == 1 || quarterTurns == 2, quarterTurns >= 2};
}

} // namespace

Result<RawImage, ScanProblem> decodePdfImage(const PdfImage& image, const ScanLimits& limits)
{
    if (auto problem = checkSize(image.width, image.height, limits)) {
        return Failure{*problem};
    }
    auto raw = image.packing == PdfPacking::jpeg     ? decodePngOrJpeg(image.data, limits)
               : image.packing == PdfPacking::group4 ? decodeTiffPage(wrapGroup4(image), kHeader, limits)
                                                     : decodeSamples(image);
    if (raw) {
        raw->dpiX = raw->grey.cols / image.widthPt * kPointsPerInch;
        raw->dpiY = raw->dpiX;
        turn(*raw, turnOf(image.quarterTurns));
    }
    return raw;
}

} // namespace scanstraat::scan
