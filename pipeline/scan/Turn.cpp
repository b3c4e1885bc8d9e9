// SPDX-License-Identifier: EUPL-1.2
#include "scan/Turn.h"

#include <opencv2/imgproc.hpp>

#include <utility>

namespace scanstraat::scan {

namespace {

cv::Mat turned(const cv::Mat& stored, const Turn& how)
{
    cv::Mat image = stored;
    if (how.swapsAxes) {
        cv::transpose(stored, image);
    }
    if (!how.flipsAcross && !how.flipsDown) {
        return image;
    }
    constexpr int kBoth = -1;
    constexpr int kUpDown = 0;
    constexpr int kLeftRight = 1;
    cv::Mat result;
    cv::flip(image, result, !how.flipsDown ? kLeftRight : how.flipsAcross ? kBoth : kUpDown);
    return result;
}

/// Along an odd side the last pixel of the plane covers one pixel of the picture only. Flipped it would be
/// the first, and all of the plane half a pixel beside its place: the mean with the next pixel moves it back.
void alignOddSides(cv::Mat& chroma, cv::Size picture, const Turn& how)
{
    const cv::Size window(how.flipsAcross && picture.width % 2 != 0 ? 2 : 1,
                          how.flipsDown && picture.height % 2 != 0 ? 2 : 1);
    if (window.area() > 1) {
        cv::blur(chroma, chroma, window, {0, 0}, cv::BORDER_REPLICATE);
    }
}

} // namespace

void turn(RawImage& image, const Turn& how)
{
    image.grey = turned(image.grey, how);
    if (!image.chroma.empty()) {
        image.chroma = turned(image.chroma, how);
        alignOddSides(image.chroma, image.grey.size(), how);
    }
    if (how.swapsAxes) {
        std::swap(image.dpiX, image.dpiY);
    }
}

} // namespace scanstraat::scan
