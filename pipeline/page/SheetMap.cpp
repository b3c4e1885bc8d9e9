// SPDX-License-Identifier: EUPL-1.2
#include "page/SheetMap.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scanstraat::page {

namespace {

double degreesOf(cv::Point2d xAxis)
{
    return std::atan2(xAxis.y, xAxis.x) * 180.0 / std::numbers::pi;
}

} // namespace

int quarterTurns(cv::Point2d xAxis)
{
    return (static_cast<int>(std::lround(degreesOf(xAxis) / 90.0)) + 4) % 4;
}

reading::Registration registrationOf(const cv::Matx23d& map)
{
    reading::Registration registration;
    std::copy(map.val, map.val + 6, registration.mmToPixel.begin());
    return registration;
}

void setMap(reading::Registration& registration, const cv::Matx23d& map, double pixelsPerMm)
{
    registration.mmToPixel = registrationOf(map).mmToPixel;
    const cv::Point2d xAxis(map(0, 0), map(1, 0));
    const cv::Point2d yAxis(map(0, 1), map(1, 1));
    const int turns = quarterTurns(xAxis);
    registration.orientation = (4 - turns) % 4 * 90;
    registration.skewDegrees = std::remainder(degreesOf(xAxis) - 90.0 * turns, 360.0);
    registration.scaleX = cv::norm(xAxis) / pixelsPerMm;
    registration.scaleY = cv::norm(yAxis) / pixelsPerMm;
}

} // namespace scanstraat::page
