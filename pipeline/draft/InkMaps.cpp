// SPDX-License-Identifier: EUPL-1.2
//
// A line is what a closing across it fills: that finds it on white paper and on any tint. Openings along it
// then leave what is long enough; the shortest side of a checkbox decides how long that is.
#include "draft/InkMaps.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace scanstraat::draft {

namespace {

constexpr double kThickestLineMm = 1.6;
constexpr double kShortestLineMm = 1.8;
constexpr double kAreaMm = 1.5; ///< strokes of large type are thinner, margins of tinted bands wider
constexpr double kPale = 22.0;  ///< grey levels; a line of light grey (#ddd) has 34
constexpr double kClear = 36.0; ///< grey levels of text and round boxes
constexpr double kTint = 8.0;   ///< grey levels; a tint of 5 % has 13

int odd(double pixels)
{
    return 2 * std::max(1, cvRound(pixels / 2)) + 1;
}

cv::Mat brick(int width, int height)
{
    return cv::getStructuringElement(cv::MORPH_RECT, {width, height});
}

/// The most frequent grey; of a drawn page, which has no noise, the brightest that is more than a few specks:
/// a whole page may be tinted with white boxes on it.
double paperOf(const cv::Mat& grey, bool isDrawn)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < grey.rows; y += 3) {
        const auto* row = grey.ptr<uchar>(y);
        for (int x = 0; x < grey.cols; x += 3) {
            ++counts.at(row[x]);
        }
    }
    if (isDrawn) {
        constexpr double kFewest = 0.0008; // of a page: three checkboxes
        const int all = ((grey.rows + 2) / 3) * ((grey.cols + 2) / 3);
        const auto enough = [&](int count) { return count > kFewest * all; };
        const auto found = std::find_if(counts.rbegin(), counts.rend() - 100, enough);
        if (found != counts.rend() - 100) {
            return static_cast<double>(counts.rend() - found - 1);
        }
    }
    const auto most = std::max_element(counts.begin() + 100, counts.end());
    return static_cast<double>(most - counts.begin());
}

cv::Mat linesAlong(const Sheet& sheet, bool vertical)
{
    const int across = odd(kThickestLineMm * sheet.pixelsPerMm);
    const int along = cvRound(kShortestLineMm * sheet.pixelsPerMm);
    cv::Mat thin;
    cv::morphologyEx(sheet.grey, thin, cv::MORPH_BLACKHAT, vertical ? brick(across, 1) : brick(1, across));
    cv::Mat lines = thin > kPale;
    cv::morphologyEx(lines, lines, cv::MORPH_OPEN, vertical ? brick(1, along) : brick(along, 1));
    return lines;
}

/// What each pixel's surroundings are like without print that is narrower than 1.5 mm. Made at half the size,
/// where it costs an eighth.
cv::Mat surroundingsOf(const Sheet& sheet)
{
    const int area = odd(kAreaMm * sheet.pixelsPerMm / 2);
    cv::Mat small;
    cv::resize(sheet.grey, small, {}, 0.5, 0.5, cv::INTER_AREA);
    cv::morphologyEx(small, small, cv::MORPH_CLOSE, brick(area, area));
    cv::Mat around;
    cv::resize(small, around, sheet.grey.size(), 0, 0, cv::INTER_LINEAR);
    return around;
}

} // namespace

InkMaps inkMapsOf(const Sheet& sheet, std::span<const RectMm> without)
{
    InkMaps maps;
    maps.paper = paperOf(sheet.grey, sheet.isDrawn);
    const cv::Mat around = surroundingsOf(sheet);
    maps.ink = (around - sheet.grey) > kClear;
    maps.dark = sheet.grey < maps.paper / 2;
    maps.tint = around < maps.paper - kTint;
    maps.horizontal = linesAlong(sheet, false);
    maps.vertical = linesAlong(sheet, true);
    for (const RectMm& place : without) {
        const cv::Rect pixels = sheet.toPixels(place.grown(1.0));
        maps.horizontal(pixels).setTo(0);
        maps.vertical(pixels).setTo(0);
        maps.ink(pixels).setTo(0);
        maps.dark(pixels).setTo(0);
    }
    cv::morphologyEx(maps.horizontal | maps.vertical, maps.walls, cv::MORPH_CLOSE, brick(5, 5));
    return maps;
}

} // namespace scanstraat::draft
