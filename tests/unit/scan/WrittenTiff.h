// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include <opencv2/core.hpp>
#include <tiffio.h>

namespace scanstraat::test {

/// Writes 8-bit pixels as tiles of `side` pixels; what tiles have beyond the picture is 0.
inline void writeTiles(TIFF* tiff, const cv::Mat& pixels, int side)
{
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, side);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, side);
    for (int y = 0; y < pixels.rows; y += side) {
        for (int x = 0; x < pixels.cols; x += side) {
            cv::Mat tile = cv::Mat::zeros(side, side, pixels.type());
            const cv::Rect part = cv::Rect(x, y, side, side) & cv::Rect({0, 0}, pixels.size());
            pixels(part).copyTo(tile(part - cv::Point(x, y)));
            TIFFWriteTile(tiff, tile.data, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0,
                          0);
        }
    }
}

} // namespace scanstraat::test
