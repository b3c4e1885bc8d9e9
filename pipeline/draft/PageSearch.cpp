// SPDX-License-Identifier: EUPL-1.2
#include "draft/PageSearch.h"

#include "draft/BarcodeSearch.h"
#include "draft/FillFinder.h"
#include "draft/FrameFinder.h"
#include "draft/InkMaps.h"
#include "draft/MarkSearch.h"
#include "draft/RuleFinder.h"

#include <algorithm>

namespace scanstraat::draft {

namespace {

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
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
    removeMarks(found.frames, found.marks, [](const Frame& frame) { return frame.outer(); });
    removeMarks(found.rules, found.marks, [](const Rule& rule) { return rule.area(); });
    removeMarks(found.fills, found.marks, [](const form::PrintedBox& box) { return box.area; });
    return found;
}

} // namespace scanstraat::draft
