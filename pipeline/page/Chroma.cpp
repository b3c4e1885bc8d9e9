// SPDX-License-Identifier: EUPL-1.2
#include "page/Chroma.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scanstraat::page {

namespace {

/// A part of a picture and where it lies in the half-size one.
struct Part
{
    cv::Range whole;
    cv::Range half;
};

/// The pairs, then what is left over at an odd edge.
std::array<Part, 2> partsOf(int length)
{
    const int pairs = length / 2;
    return {{{{0, 2 * pairs}, {0, pairs}}, {{2 * pairs, length}, {pairs, (length + 1) / 2}}}};
}

/// cv::resize is fast only where two by two pixels become one; the odd edges cost next to nothing.
cv::Mat halvedUp(const cv::Mat& picture)
{
    cv::Mat half(chromaSize(picture.size()), picture.type());
    for (const Part& rows : partsOf(picture.rows)) {
        for (const Part& columns : partsOf(picture.cols)) {
            if (!rows.whole.empty() && !columns.whole.empty()) {
                cv::Mat to = half(rows.half, columns.half);
                cv::resize(picture(rows.whole, columns.whole), to, to.size(), 0, 0, cv::INTER_AREA);
            }
        }
    }
    return half;
}

/// cv::resize has no fast way for two channels: it takes seven times as long.
cv::Mat halvedChroma(const cv::Mat& chroma)
{
    cv::Mat half(chromaSize(chroma.size()), CV_8UC2);
    const int last = chroma.cols - 1;
    const int columns = half.cols;
    for (int y = 0; y < half.rows; ++y) {
        const auto* upper = chroma.ptr<cv::Vec2b>(2 * y);
        const auto* lower = chroma.ptr<cv::Vec2b>(std::min(2 * y + 1, chroma.rows - 1));
        auto* to = half.ptr<cv::Vec2b>(y);
        for (int x = 0; x < columns; ++x) {
            const int left = 2 * x;
            const int right = std::min(left + 1, last);
            for (int i = 0; i < 2; ++i) {
                const int sum = upper[left][i] + upper[right][i] + lower[left][i] + lower[right][i];
                to[x][i] = static_cast<uchar>((sum + 2) / 4);
            }
        }
    }
    return half;
}

/// How many pixels of the plane before one side of the plane after shows.
int shownPixels(int before, int after, double factor)
{
    return std::clamp(cvRound(after / factor), 1, before);
}

} // namespace

cv::Size chromaSize(cv::Size picture)
{
    return {(picture.width + 1) / 2, (picture.height + 1) / 2};
}

cv::Mat chromaOf(const cv::Mat& picture, ChannelOrder order)
{
    cv::Mat brightnessCrCb;
    cv::cvtColor(halvedUp(picture), brightnessCrCb,
                 order == ChannelOrder::rgb ? cv::COLOR_RGB2YCrCb : cv::COLOR_BGR2YCrCb);
    cv::Mat chroma(brightnessCrCb.size(), CV_8UC2);
    constexpr std::array<int, 4> kCbThenCr{2, 0, 1, 1};
    cv::mixChannels(&brightnessCrCb, 1, &chroma, 1, kCbThenCr.data(), 2);
    return chroma;
}

cv::Mat stretchedChroma(const cv::Mat& chroma, cv::Point2d factor, cv::Size picture)
{
    if (chroma.empty()) {
        return {};
    }
    const cv::Size size = chromaSize(picture);
    const cv::Mat shown = chroma({{0, 0},
                                  cv::Size(shownPixels(chroma.cols, size.width, factor.x),
                                           shownPixels(chroma.rows, size.height, factor.y))});
    if (factor == cv::Point2d(0.5, 0.5) && chromaSize(shown.size()) == size) {
        return halvedChroma(shown);
    }
    cv::Mat result;
    cv::resize(shown, result, size, 0, 0, factor.x < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

} // namespace scanstraat::page
