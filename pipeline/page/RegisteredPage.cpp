// SPDX-License-Identifier: EUPL-1.2
#include "page/RegisteredPage.h"

#include "base/Error.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace scanstraat::page {

namespace {

/// OpenCV puts a pixel's centre at whole numbers; our coordinates put its top left corner there.
constexpr double kPixelCentre = 0.5;

double determinant(const cv::Matx23d& map)
{
    return map(0, 0) * map(1, 1) - map(0, 1) * map(1, 0);
}

cv::Matx23d inverted(const cv::Matx23d& map)
{
    const double d = determinant(map);
    if (!std::isfinite(d) || std::abs(d) < 1e-9) {
        throw Error("registration: the map from millimetres to pixels cannot be inverted");
    }
    const double a = map(1, 1) / d;
    const double b = -map(0, 1) / d;
    const double c = -map(1, 0) / d;
    const double e = map(0, 0) / d;
    return {a, b, -a * map(0, 2) - b * map(1, 2), c, e, -c * map(0, 2) - e * map(1, 2)};
}

cv::Point2d apply(const cv::Matx23d& map, double x, double y)
{
    return {map(0, 0) * x + map(0, 1) * y + map(0, 2), map(1, 0) * x + map(1, 1) * y + map(1, 2)};
}

} // namespace

RegisteredPage::RegisteredPage(PageImage image, reading::Registration registration)
    : image_(std::move(image)), registration_(registration), mmToPixel_(registration.mmToPixel.data()),
      pixelToMm_(inverted(mmToPixel_)), pixelsPerMm_(std::sqrt(std::abs(determinant(mmToPixel_))))
{
}

cv::Point2d RegisteredPage::toPixel(PointMm place) const
{
    return apply(mmToPixel_, place.x, place.y);
}

PointMm RegisteredPage::toMillimetres(cv::Point2d pixel) const
{
    const cv::Point2d mm = apply(pixelToMm_, pixel.x, pixel.y);
    return {mm.x, mm.y};
}

cv::Mat RegisteredPage::cut(const RectMm& area, double pixelsPerMm) const
{
    constexpr double kWhite = 255.0;
    Source source{image_.grey, 1.0, kWhite};
    for (const cv::Mat& half : image_.halves) {
        if (pixelsPerMm_ / (2 * source.shrink) < pixelsPerMm) {
            break;
        }
        source = {half, 2 * source.shrink, kWhite};
    }
    return cutFrom(source, area, pixelsPerMm);
}

cv::Mat RegisteredPage::cutChroma(const RectMm& area, double pixelsPerMm) const
{
    constexpr double kNoColour = 128.0;
    return image_.chroma.empty() ? cv::Mat() : cutFrom({image_.chroma, 2.0, kNoColour}, area, pixelsPerMm);
}

cv::Mat RegisteredPage::cutFrom(const Source& source, const RectMm& area, double pixelsPerMm) const
{
    const cv::Size size(std::max(1, cvRound(area.width * pixelsPerMm)),
                        std::max(1, cvRound(area.height * pixelsPerMm)));
    const double step = 1.0 / pixelsPerMm;
    const cv::Point2d origin =
        toPixel({area.x + kPixelCentre * step, area.y + kPixelCentre * step}) / source.shrink;
    const cv::Matx23d m = mmToPixel_ * (step / source.shrink);
    const cv::Matx23d cutToSource(m(0, 0), m(0, 1), origin.x - kPixelCentre, m(1, 0), m(1, 1),
                                  origin.y - kPixelCentre);
    cv::Mat result;
    cv::warpAffine(source.picture, result, cutToSource, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar::all(source.outside));
    return result;
}

} // namespace scanstraat::page
