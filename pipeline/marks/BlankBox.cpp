// SPDX-License-Identifier: EUPL-1.2
#include "marks/BlankBox.h"

#include <algorithm>

namespace scanstraat::marks {

namespace {

/// Darkness of a cut's pixel, of 255, from which it is looked at closely: the faintest pencil stroke leaves
/// 18, the noise of a good scan stays below 10.
constexpr int kPaper = 12;

/// Pixels of a cut around expected print that may be dark, for its place and blur. Not more: a ring drawn
/// just inside the frame would pass for it.
constexpr int kPrintMargin = 1;

constexpr double kLeastFrame = 0.9; ///< of a frame that nothing covers

bool isNearPrint(const cv::Mat& print, int x, int y)
{
    for (int row = std::max(0, y - kPrintMargin); row <= std::min(print.rows - 1, y + kPrintMargin); ++row) {
        const uchar* pixels = print.ptr<uchar>(row);
        const uchar* from = pixels + std::max(0, x - kPrintMargin);
        const uchar* to = pixels + std::min(print.cols, x + kPrintMargin + 1);
        if (std::any_of(from, to, [](uchar value) { return value > 0; })) {
            return true;
        }
    }
    return false;
}

} // namespace

bool isBlank(const BoxCut& cut)
{
    if (cut.frameSeen < kLeastFrame) {
        return false;
    }
    for (int y = 0; y < cut.dark.rows; ++y) {
        const uchar* dark = cut.dark.ptr<uchar>(y);
        for (int x = 0; x < cut.dark.cols; ++x) {
            if (dark[x] > kPaper && !isNearPrint(cut.print, x, y)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace scanstraat::marks
