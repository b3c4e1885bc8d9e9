// SPDX-License-Identifier: EUPL-1.2
#include "quality/SheetGeometry.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::quality {

namespace {

/// A printed frame that is cut through lengthwise still shows the answer; places are known to 0.2 mm.
constexpr double kSlackMm = 0.4;

std::array<cv::Point2d, 4> cornersOf(const page::RegisteredPage& page, const RectMm& area)
{
    return {page.toPixel({area.x, area.y}), page.toPixel({area.right(), area.y}),
            page.toPixel({area.right(), area.bottom()}), page.toPixel({area.x, area.bottom()})};
}

/// Pixels by which the farthest of the places lies outside the picture; 0: none does.
double pixelsOutside(std::span<const cv::Point2d> places, cv::Size picture)
{
    double most = 0.0;
    for (const cv::Point2d& place : places) {
        most = std::max({most, -place.x, -place.y, place.x - picture.width, place.y - picture.height});
    }
    return most;
}

} // namespace

std::array<cv::Point2d, 4> sheetCorners(const page::RegisteredPage& page, double rimMm)
{
    return cornersOf(page, RectMm{0, 0, kA4WidthMm, kA4HeightMm}.grown(-rimMm));
}

double leastPixelsPerMm(const page::RegisteredPage& page)
{
    const auto& [a, b, c, d, e, f] = page.registration().mmToPixel;
    const cv::Point2d file = page.image().filePixels;
    return std::min(std::hypot(a * file.x, d * file.y), std::hypot(b * file.x, e * file.y));
}

double cutOffMm(const page::RegisteredPage& page)
{
    return pixelsOutside(sheetCorners(page, 0.0), page.image().grey.size()) / page.pixelsPerMm();
}

std::vector<std::string> answersOutside(const page::RegisteredPage& page, const form::Page& layout)
{
    std::vector<std::string> ids;
    for (const form::Field& field : layout.fields) {
        const auto corners = cornersOf(page, field.box);
        if (pixelsOutside(corners, page.image().grey.size()) > kSlackMm * page.pixelsPerMm()) {
            ids.push_back(field.id);
        }
    }
    return ids;
}

} // namespace scanstraat::quality
