// SPDX-License-Identifier: EUPL-1.2
#include "scan/ChromaRows.h"

#include "page/Chroma.h"

#include <algorithm>
#include <utility>

namespace scanstraat::scan {

ChromaRows::ChromaRows(cv::Size picture) : picture_(picture) {}

void ChromaRows::add(const cv::Mat& rgb)
{
    constexpr int kBandRows = 32; // even; stays in the cache
    band_.create(kBandRows, rgb.cols, rgb.type());
    for (int taken = 0; taken < rgb.rows;) {
        const int rows = std::min(kBandRows - waiting_, rgb.rows - taken);
        rgb.rowRange(taken, taken + rows).copyTo(band_.rowRange(waiting_, waiting_ + rows));
        taken += rows;
        waiting_ += rows;
        if (waiting_ == kBandRows) {
            flush();
        }
    }
}

cv::Mat ChromaRows::take()
{
    flush();
    return std::move(chroma_);
}

void ChromaRows::flush()
{
    if (waiting_ > 0) {
        chroma_.create(page::chromaSize(picture_), CV_8UC2);
        const cv::Mat rows = page::chromaOf(band_.rowRange(0, waiting_), page::ChannelOrder::rgb);
        rows.copyTo(chroma_.rowRange(done_, done_ + rows.rows));
        done_ += rows.rows;
        waiting_ = 0;
    }
}

} // namespace scanstraat::scan
