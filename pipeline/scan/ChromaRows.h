// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::scan {

/// Makes page::PageImage::chroma of a picture whose rows come in pieces of any height.
class ChromaRows
{
public:
    /// `picture`: its size as a whole, in pixels.
    explicit ChromaRows(cv::Size picture);

    /// The next rows of the picture: 8-bit RGB or RGBA.
    void add(const cv::Mat& rgb);

    /// The plane, once all rows were added; empty where none was.
    [[nodiscard]] cv::Mat take();

private:
    void flush();

    cv::Size picture_;
    cv::Mat chroma_;
    cv::Mat band_;    ///< rows that wait to be halved together, so that the first of a pair may end a piece
    int waiting_ = 0; ///< rows of the band that are filled
    int done_ = 0;    ///< rows of the plane
};

} // namespace scanstraat::scan
