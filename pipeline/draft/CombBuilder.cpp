// SPDX-License-Identifier: EUPL-1.2
#include "draft/CombBuilder.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

constexpr double kAlikeMm = 0.4;
constexpr double kNarrowestMm = 2.6;
constexpr double kWidestMm = 10.0;
constexpr double kLowestMm = 3.4;
constexpr double kHighestMm = 15.0;

/// Cells next to each other, from left to right.
using Run = std::vector<Frame>;

bool mayBeCell(const Frame& frame)
{
    const RectMm& m = frame.middle;
    return !frame.round && m.width >= kNarrowestMm && m.width <= kWidestMm && m.height >= kLowestMm &&
           m.height <= kHighestMm && m.height > 0.7 * m.width;
}

bool sameRow(const Frame& a, const Frame& b)
{
    return std::abs(a.middle.y - b.middle.y) < kAlikeMm &&
           std::abs(a.middle.bottom() - b.middle.bottom()) < kAlikeMm;
}

bool sameWidth(const Frame& a, const Frame& b)
{
    return std::abs(a.middle.width - b.middle.width) < std::max(kAlikeMm, 0.12 * a.middle.width);
}

double gapAfter(const Frame& a, const Frame& b)
{
    return b.middle.x - a.middle.right();
}

/// Runs of frames in which each follows the last one by at most `gapOf(last)`.
template <typename GapOf>
std::vector<Run> runsOf(const std::vector<Frame>& frames, GapOf gapOf)
{
    std::vector<Run> runs;
    for (const Frame& frame : frames) {
        Run* home = nullptr;
        for (Run& run : runs) {
            const Frame& last = run.back();
            const double gap = gapAfter(last, frame);
            if (sameRow(last, frame) && sameWidth(last, frame) && gap > -kAlikeMm && gap < gapOf(last)) {
                home = &run;
            }
        }
        if (home == nullptr) {
            runs.push_back({frame});
        } else {
            home->push_back(frame);
        }
    }
    return runs;
}

Comb combOf(const std::vector<Run>& groups)
{
    Comb comb;
    std::vector<double> widths;
    for (const Run& group : groups) {
        comb.groups.push_back(static_cast<int>(group.size()));
        for (const Frame& cell : group) {
            comb.cells.push_back(cell.middle);
            widths.push_back(cell.lineMm);
        }
    }
    std::ranges::sort(widths);
    comb.lineMm = widths[widths.size() / 2];
    return comb;
}

/// Shared edges are measured twice; both cells get their middle.
void joinEdges(Comb& comb)
{
    for (std::size_t i = 1; i < comb.cells.size(); ++i) {
        RectMm& left = comb.cells[i - 1];
        RectMm& right = comb.cells[i];
        const double gap = right.x - left.right();
        if (std::abs(gap) < kAlikeMm) {
            left.width += gap / 2;
            right.width += gap / 2;
            right.x -= gap / 2;
        }
    }
}

/// Runs of two or more, put together over gaps of less than a cell.
std::vector<std::vector<Run>> rowsOfGroups(const std::vector<Run>& runs)
{
    constexpr double kGapShare = 1.05; ///< of a cell's width
    std::vector<std::vector<Run>> rows;
    for (const Run& run : runs) {
        std::vector<Run>* home = nullptr;
        for (std::vector<Run>& row : rows) {
            const Frame& last = row.back().back();
            const double gap = gapAfter(last, run.front());
            if (sameRow(last, run.front()) && sameWidth(last, run.front()) && gap > 0 &&
                gap < kGapShare * last.middle.width) {
                home = &row;
            }
        }
        if (home == nullptr) {
            rows.push_back({run});
        } else {
            home->push_back(run);
        }
    }
    return rows;
}

/// Groups of separate cells: a gap that is clearly wider than the usual one begins the next group.
std::vector<Run> splitByGaps(const Run& cells)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        gaps.push_back(gapAfter(cells[i - 1], cells[i]));
    }
    std::vector<double> sorted = gaps;
    std::ranges::sort(sorted);
    const double usual = sorted[sorted.size() / 4];
    std::vector<Run> groups{{cells.front()}};
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (gaps[i - 1] > 1.6 * usual + 0.4) {
            groups.emplace_back();
        }
        groups.back().push_back(cells[i]);
    }
    return groups;
}

void remove(std::vector<Frame>& cells, const Run& used)
{
    std::erase_if(cells, [&](const Frame& cell) {
        return std::ranges::any_of(used, [&](const Frame& one) { return one.middle == cell.middle; });
    });
}

} // namespace

std::vector<Comb> takeCombs(std::vector<Frame>& cells)
{
    std::vector<Frame> possible;
    std::ranges::copy_if(cells, std::back_inserter(possible), mayBeCell);
    // frames come from top to bottom; runs need them from left to right whatever their rows' hundredths say
    std::ranges::sort(possible, {}, [](const Frame& f) { return f.middle.x; });
    std::vector<Comb> combs;
    const std::vector<Run> touching = runsOf(possible, [](const Frame&) { return kAlikeMm; });
    for (const std::vector<Run>& row : rowsOfGroups(touching)) {
        const bool isComb = std::ranges::any_of(row, [](const Run& run) { return run.size() >= 2; });
        if (!isComb) {
            continue;
        }
        combs.push_back(combOf(row));
        joinEdges(combs.back());
        for (const Run& run : row) {
            remove(cells, run);
            remove(possible, run);
        }
    }
    constexpr double kApartMm = 2.2;
    constexpr std::size_t kFewestApart = 3;
    constexpr double kLeastHeightMm = 4.6; ///< smaller ones that stand close are checkboxes
    const auto near = [kApartMm](const Frame& last) { return std::min(kApartMm, 0.5 * last.middle.width); };
    for (const std::vector<Run>& row : rowsOfGroups(runsOf(possible, near))) {
        const bool isComb =
            std::ranges::any_of(row, [](const Run& run) { return run.size() >= kFewestApart; });
        if (!isComb || row.front().front().middle.height < kLeastHeightMm) {
            continue;
        }
        Run all;
        for (const Run& run : row) {
            all.insert(all.end(), run.begin(), run.end());
        }
        combs.push_back(combOf(splitByGaps(all)));
        remove(cells, all);
    }
    std::ranges::sort(combs, {}, [](const Comb& c) { return std::pair(c.box().y, c.box().x); });
    return combs;
}

} // namespace scanstraat::draft
