// SPDX-License-Identifier: EUPL-1.2
#include "draft/DividedBoxes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace scanstraat::draft {

namespace {

constexpr double kSameMm = 0.35;
constexpr double kLowestMm = 3.4;
constexpr double kHighestMm = 15.0;
constexpr double kNarrowestMm = 2.6;
constexpr double kWidestMm = 12.0;

/// Where lines along y stand inside a frame, from left to right; `inked` becomes their area in mm2.
std::vector<double> dividersIn(const RectMm& inside, const std::vector<Rule>& rules, double& inked)
{
    std::vector<double> places;
    for (const Rule& rule : rules) {
        const bool isInside = rule.vertical && rule.at > inside.x + kNarrowestMm / 2 &&
                              rule.at < inside.right() - kNarrowestMm / 2 && rule.from > inside.y - kSameMm &&
                              rule.to < inside.bottom() + kSameMm;
        if (!isInside) {
            continue;
        }
        inked += rule.length() * rule.widthMm;
        const bool isNew =
            std::ranges::none_of(places, [&](double other) { return std::abs(other - rule.at) < kSameMm; });
        if (isNew) {
            places.push_back(rule.at);
        }
    }
    std::ranges::sort(places);
    return places;
}

/// The frame as a comb; none where its marks are not evenly spaced or something else is printed in it.
std::optional<Comb> dividedBox(const Frame& frame, const std::vector<Rule>& rules)
{
    const RectMm& m = frame.middle;
    if (frame.round || m.height < kLowestMm || m.height > kHighestMm) {
        return std::nullopt;
    }
    double inked = 0.0;
    std::vector<double> edges = dividersIn(m, rules, inked);
    constexpr std::size_t kFewest = 2;
    constexpr double kRimShare = 0.01; // dividers are measured narrower than they are seen
    if (edges.size() < kFewest || frame.inked > 2.0 * inked / (m.width * m.height) + kRimShare) {
        return std::nullopt;
    }
    edges.insert(edges.begin(), m.x);
    edges.push_back(m.right());
    const auto cells = static_cast<double>(edges.size() - 1);
    const double pitch = m.width / cells;
    Comb comb;
    comb.lineMm = frame.lineMm;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const double width = edges[i] - edges[i - 1];
        if (std::abs(width - pitch) > std::max(kSameMm, 0.08 * pitch)) {
            return std::nullopt;
        }
        comb.cells.push_back({edges[i - 1], m.y, width, m.height});
    }
    comb.groups = {static_cast<int>(comb.cells.size())};
    return pitch >= kNarrowestMm && pitch <= kWidestMm ? std::optional(comb) : std::nullopt;
}

} // namespace

std::vector<Comb> takeDividedBoxes(std::vector<Frame>& frames, const std::vector<Rule>& rules)
{
    std::vector<Comb> combs;
    std::erase_if(frames, [&](const Frame& frame) {
        std::optional<Comb> comb = dividedBox(frame, rules);
        if (comb) {
            combs.push_back(std::move(*comb));
        }
        return comb.has_value();
    });
    return combs;
}

} // namespace scanstraat::draft
