// SPDX-License-Identifier: EUPL-1.2
// Strokes are steps of brightness close together; beds and their shades are even. The edge of the sheet on a
// dark bed is a step, too, so a rim around the sheet does not count.
#include "ident/Surroundings.h"

#include "base/Units.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scanstraat::ident {

namespace {

constexpr double kRimMm = 7.0; ///< the print may be shifted on the paper
constexpr double kMostShrunk = 0.1;
constexpr double kStep = 45.0;    ///< grey levels over two pixels of the overview; noise stays below 20
constexpr double kMostMm2 = 60.0; ///< dust and a paper clip; one line of text has about 100

/// Where brightness changes by a stroke's contrast within two pixels; 255 there.
cv::Mat steps(const cv::Mat& grey)
{
    const cv::Rect middle(1, 1, grey.cols - 2, grey.rows - 2);
    cv::Mat across;
    cv::Mat down;
    cv::absdiff(grey(middle + cv::Point(1, 0)), grey(middle - cv::Point(1, 0)), across);
    cv::absdiff(grey(middle + cv::Point(0, 1)), grey(middle - cv::Point(0, 1)), down);
    cv::Mat result = cv::Mat::zeros(grey.size(), CV_8UC1);
    cv::Mat(cv::max(across, down) > kStep).copyTo(result(middle));
    return result;
}

} // namespace

double printBesideSheet(const page::RegisteredPage& page)
{
    const page::Overview overview = page::overviewOf(page.image());
    const reading::Registration& registration = page.registration();
    const double shrunk = std::max(0.0, 1.0 / std::min(registration.scaleX, registration.scaleY) - 1.0);
    // Fit to page: a wide margin, in a corner of the paper all of it on one side.
    const double rim = kRimMm + std::min(shrunk, kMostShrunk) * kA4HeightMm;
    const RectMm sheet = RectMm{0, 0, kA4WidthMm, kA4HeightMm}.grown(rim);
    std::array<cv::Point, 4> corners;
    std::ranges::transform(
        std::array{PointMm{sheet.x, sheet.y}, PointMm{sheet.right(), sheet.y},
                   PointMm{sheet.right(), sheet.bottom()}, PointMm{sheet.x, sheet.bottom()}},
        corners.begin(), [&](PointMm corner) { return cv::Point(page.toPixel(corner) / overview.shrink); });
    cv::Mat beside(overview.grey.size(), CV_8UC1, cv::Scalar(255));
    cv::fillConvexPoly(beside, corners.data(), static_cast<int>(corners.size()), cv::Scalar(0));
    if (beside.cols < 3 || beside.rows < 3 || cv::countNonZero(beside) == 0) {
        return 0.0;
    }
    const double pixelsPerMm = page.pixelsPerMm() / overview.shrink;
    return cv::countNonZero(steps(overview.grey) & beside) / (pixelsPerMm * pixelsPerMm);
}

bool showsAnotherSheet(const page::RegisteredPage& page)
{
    return printBesideSheet(page) > kMostMm2;
}

} // namespace scanstraat::ident
