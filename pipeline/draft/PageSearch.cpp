// SPDX-License-Identifier: EUPL-1.2
#include "draft/PageSearch.h"

#include "draft/BarcodeSearch.h"
#include "draft/FillFinder.h"
#include "draft/FrameFinder.h"
#include "draft/InkMaps.h"
#include "draft/MarkSearch.h"
#include "draft/RuleFinder.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace scanstraat::draft {

namespace {

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Empty tinted rectangles are places to answer in that have no outline; they join the frames.
void addTintedPlaces(const Sheet& sheet, const InkMaps& maps, PageFindings& found)
{
    constexpr double kLeastMm = 3.0;
    constexpr double kHighestMm = 60.0;
    constexpr double kWidestMm = 185.0;
    constexpr double kBlack = 0.5;
    constexpr double kEmpty = 0.002;
    constexpr double kMarginMm = 0.5;
    for (const form::PrintedBox& fill : found.fills) {
        const RectMm& area = fill.area;
        const bool hasFrame = std::ranges::any_of(
            found.frames, [&](const Frame& frame) { return overlap(frame.middle, area); });
        const bool hasRule =
            std::ranges::any_of(found.rules, [&](const Rule& rule) { return overlap(rule.area(), area); });
        const cv::Rect inside = sheet.toPixels(area.grown(-kMarginMm));
        if (hasFrame || hasRule || std::min(area.width, area.height) < kLeastMm || area.height > kHighestMm ||
            area.width > kWidestMm || fill.grey.value_or(1.0) < kBlack || inside.empty() ||
            cv::countNonZero(maps.ink(inside)) > kEmpty * inside.area()) {
            continue;
        }
        Frame frame;
        frame.middle = area;
        found.frames.push_back(frame);
    }
}

/// Brackets and crosses are made of lines, rings are round boxes.
template <typename Things, typename AreaOf>
void removeMarks(Things& things, const std::vector<form::AdjustmentField>& marks, AreaOf areaOf)
{
    std::erase_if(things, [&](const auto& thing) {
        return std::ranges::any_of(marks, [&](const form::AdjustmentField& mark) {
            constexpr double kAround = 0.4;
            const double half = mark.sizeMm / 2 + kAround;
            const RectMm place{mark.centre.x - half, mark.centre.y - half, 2 * half, 2 * half};
            const RectMm area = areaOf(thing);
            return overlap(place, area) && area.x >= place.x && area.y >= place.y &&
                   area.right() <= place.right() && area.bottom() <= place.bottom();
        });
    });
}

} // namespace

PageFindings searchPage(const Sheet& sheet)
{
    PageFindings found;
    found.barcodes = findBarcodes(sheet);
    std::vector<RectMm> bars;
    for (const FoundBarcode& barcode : found.barcodes) {
        bars.push_back(barcode.zone);
    }
    const InkMaps maps = inkMapsOf(sheet, bars);
    found.blots = findBlots(sheet, maps);
    found.marks = findMarks(sheet, maps, found.blots);
    found.frames = findFrames(sheet, maps);
    found.rules = findRules(sheet, maps, found.frames);
    found.tickCombs = takeTickCombs(found.rules);
    found.fills = findFills(sheet, maps);
    addTintedPlaces(sheet, maps, found);
    removeMarks(found.frames, found.marks, [](const Frame& frame) { return frame.outer(); });
    removeMarks(found.rules, found.marks, [](const Rule& rule) { return rule.area(); });
    removeMarks(found.fills, found.marks, [](const form::PrintedBox& box) { return box.area; });
    return found;
}

} // namespace scanstraat::draft
