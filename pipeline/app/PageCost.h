// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/PageRunner.h"
#include "app/StageClock.h"

#include <array>
#include <string>
#include <vector>

namespace scanstraat::app {

/// What reading one page cost, in CPU milliseconds of its thread.
struct PageCost
{
    std::string file;
    int page = 0;       ///< from 1, in that file
    std::string format; ///< the file's extension in small letters, without the dot
    bool isForm = false;
    std::size_t fields = 0;
    std::size_t characters = 0; ///< written characters that were read
    std::size_t boxes = 0;      ///< checkboxes that were judged
    StageTimes times;
    double decodeMs = 0.0; ///< the unit: to decode the page's own grey JPEG of 300 dpi

    [[nodiscard]] double decodes() const { return times.total() / decodeMs; }
};

/// Takes stock of a page that was just read and measures its unit. Right after the page, so that both had
/// the same machine.
[[nodiscard]] PageCost measureCost(const PageResult& page);

/// Pages of one sort together.
struct CostGroup
{
    std::string name;
    std::size_t pages = 0;
    double characters = 0.0; ///< median a page
    std::array<double, kStages> stageMs{};
    double totalMs = 0.0;
    double decodeMs = 0.0;
    double decodes = 0.0;     ///< median
    double slowDecodes = 0.0; ///< nine of ten pages cost at most this
};

/// Medians of all pages with at least 30 characters ("filled"), with fields, without fields, and of the pages
/// with fields by file format. Groups without a page are left out.
[[nodiscard]] std::vector<CostGroup> groupCosts(const std::vector<PageCost>& pages);

} // namespace scanstraat::app
