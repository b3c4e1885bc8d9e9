// SPDX-License-Identifier: EUPL-1.2
#include "draft/FillFinder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scanstraat::draft {

namespace {

constexpr double kLeastMm = 3.0;
constexpr double kRectangleShare = 0.93;

/// The most frequent grey value.
double shadeOf(const cv::Mat& grey)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < grey.rows; ++y) {
        const auto* row = grey.ptr<uchar>(y);
        for (int x = 0; x < grey.cols; ++x) {
            ++counts.at(row[x]);
        }
    }
    return static_cast<double>(std::ranges::max_element(counts) - counts.begin());
}

/// Whether an area is dark along its edges; letters that were put together to one are not.
bool hasDarkRim(const Sheet& sheet, const InkMaps& maps, const RectMm& area)
{
    constexpr double kInMm = 0.3;
    constexpr double kMostly = 0.85;
    const RectMm in = area.grown(-kInMm);
    const double thin = 2.0 / sheet.pixelsPerMm;
    const std::array<RectMm, 4> sides{{{in.x, in.y, in.width, thin},
                                       {in.x, in.bottom() - thin, in.width, thin},
                                       {in.x, in.y, thin, in.height},
                                       {in.right() - thin, in.y, thin, in.height}}};
    return std::ranges::all_of(sides, [&](const RectMm& side) {
        const cv::Rect pixels = sheet.toPixels(side);
        return cv::countNonZero(maps.dark(pixels)) >= kMostly * pixels.area();
    });
}

/// Dark areas with the white letters on them filled in.
cv::Mat blackAreas(const Sheet& sheet, const InkMaps& maps)
{
    constexpr double kLetterMm = 2.5;
    const auto brick = [&](double mm) {
        const int side = 2 * std::max(1, cvRound(mm * sheet.pixelsPerMm / 4)) + 1;
        return cv::getStructuringElement(cv::MORPH_RECT, {side, side});
    };
    cv::Mat small; // at half the size, where it costs an eighth
    cv::resize(maps.dark, small, {}, 0.5, 0.5, cv::INTER_NEAREST);
    cv::morphologyEx(small, small, cv::MORPH_CLOSE, brick(kLetterMm));
    cv::morphologyEx(small, small, cv::MORPH_OPEN, brick(kLeastMm));
    cv::Mat areas;
    cv::resize(small, areas, maps.dark.size(), 0, 0, cv::INTER_NEAREST);
    return areas;
}

} // namespace

std::vector<form::PrintedBox> findFills(const Sheet& sheet, const InkMaps& maps)
{
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(maps.tint | blackAreas(sheet, maps), outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    std::vector<form::PrintedBox> fills;
    for (const auto& outline : outlines) {
        const cv::Rect box = cv::boundingRect(outline);
        const double area = cv::contourArea(outline) + static_cast<double>(outline.size()) / 2 + 1;
        const RectMm place = sheet.toMm(box);
        if (std::min(place.width, place.height) < kLeastMm || area < kRectangleShare * box.area()) {
            continue;
        }
        form::PrintedBox fill;
        fill.area = place;
        fill.grey = std::clamp(shadeOf(sheet.grey(box)) / std::max(1.0, maps.paper), 0.0, 1.0);
        constexpr double kPaperShade = 0.97;
        constexpr double kBlack = 0.5;
        if (*fill.grey > kPaperShade || (*fill.grey < kBlack && !hasDarkRim(sheet, maps, place))) {
            continue; // a line of large letters
        }
        fills.push_back(fill);
    }
    std::ranges::sort(fills, {}, [](const form::PrintedBox& b) { return std::pair(b.area.y, b.area.x); });
    return fills;
}

} // namespace scanstraat::draft
