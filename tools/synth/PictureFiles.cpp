// SPDX-License-Identifier: EUPL-1.2
//
// OpenCV writes no resolution: it is put into the JFIF header (bytes 13 to 17) and into a pHYs chunk
// behind the PNG header (33 bytes).
#include "PictureFiles.h"

#include "base/Error.h"

#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

#include <cmath>

namespace scanstraat::synth {

namespace {

constexpr std::size_t kJfifUnits = 13;
constexpr std::size_t kPngHeader = 33;

std::string encoded(const std::string& ending, const cv::Mat& pixels, const std::vector<int>& options)
{
    std::vector<uchar> bytes;
    if (!cv::imencode(ending, pixels, bytes, options)) {
        throw Error("a page cannot be encoded as " + ending);
    }
    return {bytes.begin(), bytes.end()};
}

std::string bigEndian(std::uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

} // namespace

std::string toJpeg(const ScannedPage& page)
{
    std::string bytes = encoded(".jpg", page.pixels, {cv::IMWRITE_JPEG_QUALITY, page.jpegQuality});
    if (bytes.size() < 20 || bytes.compare(6, 4, "JFIF") != 0) {
        throw Error("the JPEG encoder wrote no JFIF header");
    }
    const auto dpi = static_cast<unsigned>(std::lround(page.dpi));
    const char density[5] = {1, static_cast<char>(dpi >> 8), static_cast<char>(dpi),
                             static_cast<char>(dpi >> 8), static_cast<char>(dpi)};
    bytes.replace(kJfifUnits, sizeof density, density, sizeof density);
    return bytes;
}

std::string toPng(const ScannedPage& page)
{
    const bool bitonal = page.mode == ColourMode::bitonal;
    std::string bytes = encoded(".png", page.pixels,
                                bitonal ? std::vector<int>{cv::IMWRITE_PNG_BILEVEL, 1}
                                        : std::vector<int>{cv::IMWRITE_PNG_COMPRESSION, 6});
    const auto perMetre = static_cast<std::uint32_t>(std::lround(page.dpi / 0.0254));
    const std::string chunk = "pHYs" + bigEndian(perMetre) + bigEndian(perMetre) + std::string(1, '\1');
    const auto crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(chunk.data()), static_cast<uInt>(chunk.size())));
    bytes.insert(kPngHeader, bigEndian(9) + chunk + bigEndian(crc));
    return bytes;
}

std::string packedBits(const cv::Mat& blackAndWhite)
{
    const std::size_t stride = (static_cast<std::size_t>(blackAndWhite.cols) + 7) / 8;
    std::string bits(stride * static_cast<std::size_t>(blackAndWhite.rows), '\0');
    for (int y = 0; y < blackAndWhite.rows; ++y) {
        const uchar* row = blackAndWhite.ptr(y);
        char* to = &bits[static_cast<std::size_t>(y) * stride];
        for (int x = 0; x < blackAndWhite.cols; ++x) {
            if (row[x] < 128) {
                to[x / 8] = static_cast<char>(to[x / 8] | (0x80 >> (x % 8)));
            }
        }
    }
    return bits;
}

} // namespace scanstraat::synth
