// SPDX-License-Identifier: EUPL-1.2
#include "Patch.h"

#include "Numbers.h"
#include "Sheet.h"
#include "base/Units.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

using synth::kSheetPixelsPerMm;

int pixels(double mm)
{
    return std::max(1, cvRound(mm * kSheetPixelsPerMm));
}

/// Text of a height in millimetres, its middle at `middle`.
void write(cv::Mat& picture, const std::string& text, cv::Point middle, double heightMm)
{
    constexpr int kFont = cv::FONT_HERSHEY_DUPLEX;
    int below = 0;
    const double scale = heightMm * kSheetPixelsPerMm / 21.0; // a capital of that font has 21 pixels
    const int thickness = pixels(heightMm * 0.14);
    const cv::Size size = cv::getTextSize(text, kFont, scale, thickness, &below);
    cv::putText(picture, text, {middle.x - size.width / 2, middle.y + size.height / 2}, kFont, scale,
                cv::Scalar(255), thickness, cv::LINE_AA);
}

void drawRound(cv::Mat& picture, cv::Point middle, const std::string& day, synth::Random& random)
{
    const double radius = random.uniform(14.0, 18.0);
    cv::circle(picture, middle, pixels(radius), cv::Scalar(255), pixels(0.8), cv::LINE_AA);
    cv::circle(picture, middle, pixels(radius * 0.68), cv::Scalar(255), pixels(0.4), cv::LINE_AA);
    const std::string round = "GEMEENTE * BURGERZAKEN * ";
    for (std::size_t i = 0; i < round.size(); ++i) {
        const double angle = 2.0 * CV_PI * double(i) / double(round.size());
        const double reach = radius * 0.84 * kSheetPixelsPerMm;
        write(picture, round.substr(i, 1),
              middle + cv::Point(cvRound(reach * std::sin(angle)), -cvRound(reach * std::cos(angle))), 2.6);
    }
    write(picture, day, middle, 3.0);
}

void drawRectangle(cv::Mat& picture, cv::Point middle, const std::string& day)
{
    const cv::Point half(pixels(22.0), pixels(10.0));
    cv::rectangle(picture, middle - half, middle + half, cv::Scalar(255), pixels(0.8), cv::LINE_AA);
    write(picture, "ONTVANGEN", middle - cv::Point(0, pixels(4.0)), 4.6);
    write(picture, day, middle + cv::Point(0, pixels(4.0)), 3.8);
}

} // namespace

Patch::Patch(const RectMm& area)
    : cover(pixels(area.height) + 2, pixels(area.width) + 2, CV_8U, cv::Scalar(0)),
      topLeft(drawingPixel({area.x, area.y}))
{
}

void Patch::fill(const std::vector<PointMm>& outline, int value)
{
    std::vector<cv::Point> points;
    for (const PointMm& place : outline) {
        points.push_back(pixel(place));
    }
    cv::fillPoly(cover, std::vector<std::vector<cv::Point>>{points}, cv::Scalar(value), cv::LINE_AA);
}

void Patch::line(PointMm from, PointMm to, double widthMm, int value)
{
    cv::line(cover, pixel(from), pixel(to), cv::Scalar(value), pixels(widthMm), cv::LINE_AA);
}

cv::Mat clouds(cv::Size size, double spotMm, double low, synth::Random& random)
{
    const double spot = spotMm * kSheetPixelsPerMm;
    cv::Mat coarse(cvCeil(size.height / spot) + 3, cvCeil(size.width / spot) + 3, CV_32F);
    for (auto it = coarse.begin<float>(); it != coarse.end<float>(); ++it) {
        *it = static_cast<float>(random.uniform(low, 1.0));
    }
    cv::Mat fine;
    cv::resize(coarse, fine, size, 0, 0, cv::INTER_CUBIC);
    cv::min(fine, 1.0, fine);
    cv::max(fine, 0.0, fine);
    return fine;
}

std::vector<PointMm> atCorner(std::vector<PointMm> outline, int corner)
{
    const bool right = corner == 1 || corner == 2;
    for (PointMm& place : outline) {
        place = {right ? kA4WidthMm - place.x : place.x, corner >= 2 ? kA4HeightMm - place.y : place.y};
    }
    return outline;
}

std::vector<PointMm> tornLine(PointMm from, PointMm to, double raggedMm, synth::Random& random)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::max(2, cvRound(length / 2.0));
    const PointMm across{-(to.y - from.y) / length, (to.x - from.x) / length};
    std::vector<PointMm> line;
    double off = 0.0;
    for (int i = 0; i <= steps; ++i) {
        off = 0.8 * off + random.normal(0.0, 0.45 * raggedMm);
        const double t = double(i) / steps;
        const double aside = i == 0 || i == steps ? 0.0 : off;
        line.push_back({from.x + t * (to.x - from.x) + aside * across.x,
                        from.y + t * (to.y - from.y) + aside * across.y});
    }
    return line;
}

Patch rubberStamp(PointMm centre, double pressure, synth::Random& random)
{
    constexpr double kReachMm = 26.0;
    Patch patch(RectMm{centre.x, centre.y, 0, 0}.grown(kReachMm));
    const cv::Point middle = patch.pixel(centre);
    const synth::Day today = synth::randomDay(random, 2023, 2026);
    char day[16] = {};
    std::snprintf(day, sizeof day, "%02d-%02d-%04d", today.day, today.month, today.year);
    if (random.chance(0.5)) {
        drawRound(patch.cover, middle, day, random);
    } else {
        drawRectangle(patch.cover, middle, day);
    }
    const cv::Mat turn = cv::getRotationMatrix2D(middle, random.uniform(-30.0, 30.0), 1.0);
    cv::warpAffine(patch.cover, patch.cover, turn, patch.cover.size());
    cv::Mat ink;
    patch.cover.convertTo(ink, CV_32F, pressure);
    cv::multiply(ink, clouds(ink.size(), 6.0, 0.55, random), ink);
    cv::multiply(ink, clouds(ink.size(), 0.25, 0.5, random), ink);
    ink.convertTo(patch.cover, CV_8U);
    return patch;
}

cv::Vec3d stampInk(synth::Random& random)
{
    const std::vector<cv::Vec3d> inks{
        {0.65, 0.25, 0.15}, {0.25, 0.15, 0.8}, {0.55, 0.15, 0.4}, {0.1, 0.1, 0.1}};
    return random.pick(inks);
}

} // namespace scanstraat::battery
