// SPDX-License-Identifier: EUPL-1.2
#include "Scene.h"

#include <algorithm>
#include <span>

namespace scanstraat::battery {

namespace {

bool isInside(PointMm place, cv::Size2d size)
{
    return place.x >= 0 && place.y >= 0 && place.x <= size.width && place.y <= size.height;
}

/// True when a place of the window lies under one of the sheets.
bool isCovered(PointMm place, std::span<const LyingSheet> sheets)
{
    return std::ranges::any_of(sheets, [&](const LyingSheet& sheet) {
        return isInside(apply(sheet.toWindow.inv(), place), {kA4WidthMm, kA4HeightMm});
    });
}

} // namespace

int Scene::intactMarks() const
{
    const LyingSheet& lowest = page();
    const auto upper = std::span(sheets).subspan(1);
    int intact = 0;
    for (std::size_t mark = 0; mark < lowest.paper.markCount(); ++mark) {
        const auto corners = lowest.paper.markCorners(mark);
        const bool seen = std::ranges::all_of(corners, [&](PointMm corner) {
            const PointMm place = apply(lowest.toWindow, corner);
            return isInside(place, window) && !isCovered(place, upper);
        });
        intact += seen && lowest.paper.isIntact(mark) ? 1 : 0;
    }
    return intact;
}

} // namespace scanstraat::battery
