// SPDX-License-Identifier: EUPL-1.2
#include "page/PageImage.h"

#include "page/Chroma.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::page {

namespace {

/// A mark of 2 mm has 6 pixels there. 5 % below 75: scanners round their dpi, paper shrinks.
constexpr double kCoarsestDpi = 0.95 * 75.0;

std::vector<cv::Mat> halvesOf(const PageImage& image)
{
    std::vector<cv::Mat> halves;
    cv::Mat last = image.grey;
    double dpi = image.dpi.value / 2;
    while (dpi >= kCoarsestDpi && last.cols > 1 && last.rows > 1) {
        last = halved(last);
        halves.push_back(last);
        dpi /= 2;
    }
    return halves;
}

} // namespace

cv::Mat halved(const cv::Mat& picture)
{
    const cv::Size size(picture.cols / 2, picture.rows / 2);
    cv::Mat half;
    cv::resize(picture({{0, 0}, size * 2}), half, size, 0, 0, cv::INTER_AREA);
    return half;
}

Dpi dpiIfA4(cv::Size size)
{
    return {std::max(size.width, size.height) / (kA4HeightMm / kMillimetresPerInch)};
}

PageImage withResolution(const PageImage& image, Dpi x, Dpi y)
{
    constexpr double kUneven = 0.02;
    PageImage result = image;
    if (std::abs(x.value / y.value - 1.0) <= kUneven) {
        result.dpi = Dpi{(x.value + y.value) / 2};
    } else {
        result.dpi = Dpi{std::max(x.value, y.value)};
        stretch(result, {result.dpi.value / x.value, result.dpi.value / y.value});
    }
    addHalves(result);
    return result;
}

void stretch(PageImage& image, cv::Point2d factor)
{
    cv::Mat grey;
    cv::resize(image.grey, grey, {}, factor.x, factor.y, factor.x < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
    image.grey = grey;
    image.chroma = stretchedChroma(image.chroma, factor, grey.size());
    image.filePixels = {image.filePixels.x / factor.x, image.filePixels.y / factor.y};
}

void addHalves(PageImage& image)
{
    image.halves = halvesOf(image);
}

Overview overviewOf(const PageImage& image)
{
    const std::vector<cv::Mat> halves = image.halves.empty() ? halvesOf(image) : image.halves;
    if (halves.empty()) {
        return {image.grey, 1.0};
    }
    return {halves.back(), static_cast<double>(1U << halves.size())};
}

} // namespace scanstraat::page
