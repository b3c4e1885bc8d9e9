// SPDX-License-Identifier: EUPL-1.2
#include "marks/BlankBox.h"

#include <opencv2/imgproc.hpp>

namespace scanstraat::marks {

namespace {

/// Darkness of a cut's pixel, of 255, from which it is looked at closely: the faintest pencil stroke leaves
/// 18, the noise of a good scan stays below 10.
constexpr int kPaper = 12;

/// Pixels of a cut around expected print that may be dark, for its place and blur. Not more: a ring drawn
/// just inside the frame would pass for it.
constexpr int kPrintMargin = 1;

constexpr double kLeastFrame = 0.9; ///< of a frame that nothing covers

} // namespace

bool isBlank(const BoxCut& cut)
{
    if (cut.frameSeen < kLeastFrame) {
        return false;
    }
    const cv::Mat square(2 * kPrintMargin + 1, 2 * kPrintMargin + 1, CV_8U, cv::Scalar(1));
    cv::Mat print;
    cv::dilate(cut.print, print, square);
    return cv::countNonZero((print == 0) & (cut.dark > kPaper)) == 0;
}

} // namespace scanstraat::marks
