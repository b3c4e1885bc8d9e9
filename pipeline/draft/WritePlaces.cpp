// SPDX-License-Identifier: EUPL-1.2
//
// A frame is to be written in when it leaves room for a line of writing beside what is printed inside. A rule
// is one to write on when nothing stands above it for the height of a line; one over the whole width that
// stands alone is taken for the end of a section.
#include "draft/WritePlaces.h"

#include "draft/TextSigns.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace scanstraat::draft {

namespace {

constexpr double kEmptyShare = 0.004;
constexpr double kLeastHeightMm = 4.0;
constexpr double kLeastWidthMm = 7.0;
constexpr double kSmallHeightMm = 2.8; ///< of an empty outline
constexpr double kSmallWidthMm = 4.5;
constexpr double kLeastRuleMm = 12.0;
constexpr double kThickestRuleMm = 0.7;
constexpr double kSectionRuleMm = 140.0;
constexpr double kHighestLineMm = 9.0;
constexpr double kHighestStackedMm = 13.0;
constexpr double kSameMm = 0.6;

/// Text on the band of `area`, left of it.
bool hasTextLeft(const RectMm& area, const PageFindings& page)
{
    constexpr double kReachMm = 70.0;
    return std::ranges::any_of(page.texts, [&](const TextLine& text) {
        const double middle = text.area.centre().y;
        return middle > area.y && middle < area.bottom() + 1.0 && text.area.right() < area.x + 1.0 &&
               text.area.right() > area.x - kReachMm;
    });
}

/// The part of a frame that is left to write in; none where that is too little.
std::optional<RectMm> freePart(const Frame& frame, bool isTableCell)
{
    const RectMm inside = frame.middle.grown(-frame.lineMm / 2);
    if (frame.inked < kEmptyShare && inside.width >= kSmallWidthMm && inside.height >= kSmallHeightMm) {
        return inside;
    }
    if (inside.width < kLeastWidthMm || inside.height < kLeastHeightMm) {
        return std::nullopt;
    }
    constexpr double kLeastBelow = 4.5;
    constexpr double kLeastBeside = 22.0;
    const double mostCaption = isTableCell ? 0.5 : 0.62; // of a table's cells most hold what is asked
    const double below = inside.height - frame.freeFrom;
    if (below >= kLeastBelow && frame.freeFrom <= mostCaption * inside.height) {
        return RectMm{inside.x, inside.y + frame.freeFrom, inside.width, below};
    }
    const double beside = inside.width - frame.freeAfter;
    if (!isTableCell && beside >= kLeastBeside && frame.freeAfter <= mostCaption * inside.width) {
        return RectMm{inside.x + frame.freeAfter, inside.y, beside, inside.height};
    }
    return std::nullopt;
}

/// Empty cells one below the other that share edges and width, without texts of their own: one place with
/// several lines.
bool continues(const WritePlace& place, const WritePlace& next, const PageFindings& page)
{
    const bool low = place.lines.back().height <= kHighestStackedMm && next.box.height <= kHighestStackedMm;
    return low && !place.hasCaption && !next.hasCaption && place.frameMm > 0 && next.frameMm > 0 &&
           std::abs(next.box.x - place.box.x) < kSameMm &&
           std::abs(next.box.right() - place.box.right()) < kSameMm &&
           std::abs(next.box.y - place.box.bottom()) < kSameMm &&
           std::abs(next.box.height - place.lines.back().height) < 1.2 && !hasTextLeft(next.box, page);
}

/// Whether another frame shares the left or right edge of `box` in the same row: a table's cell.
bool isInTable(const RectMm& box, const PageFindings& page)
{
    return std::ranges::any_of(page.frames, [&](const Frame& other) {
        const RectMm& o = other.middle;
        const bool row = std::abs(o.y - box.y) < kSameMm && std::abs(o.bottom() - box.bottom()) < kSameMm;
        return row && (std::abs(o.right() - box.x) < kSameMm || std::abs(o.x - box.right()) < kSameMm);
    });
}

/// A rule inside a frame that does not reach its sides: the frame is there for what stands in it.
bool holdsRule(const RectMm& box, const PageFindings& page)
{
    constexpr double kLeastMm = 8.0;
    return std::ranges::any_of(page.rules, [&](const Rule& rule) {
        return !rule.vertical && rule.length() > kLeastMm && rule.at > box.y + 1.0 &&
               rule.at < box.bottom() - 1.0 && rule.from > box.x && rule.to < box.right();
    });
}

void addFrames(const PageFindings& page, const std::vector<Frame>& frames, AnswerPlaces& result)
{
    for (const Frame& frame : frames) {
        const auto part = freePart(frame, isInTable(frame.middle, page));
        if (!part || holdsRule(frame.middle, page)) {
            result.printedFrames.push_back(frame);
            continue;
        }
        WritePlace place{frame.middle, {*part}, frame.lineMm, frame.inked >= kEmptyShare};
        WritePlace* above = nullptr;
        for (WritePlace& other : result.places) {
            if (continues(other, place, page) && !isInTable(place.box, page) && !isInTable(other.box, page)) {
                above = &other;
            }
        }
        if (above != nullptr) {
            above->box = unite(above->box, place.box);
            above->lines.push_back(place.lines.front());
            continue;
        }
        if (place.hasCaption) {
            result.undecided.push_back(
                placeText("box", frame.middle) +
                ": something is printed in it; taken for a caption above or before the answer");
        }
        result.places.push_back(place);
    }
}

bool isWritingRule(const Rule& rule)
{
    return !rule.vertical && rule.length() >= kLeastRuleMm && rule.widthMm <= kThickestRuleMm &&
           rule.clearMm >= kLeastHeightMm;
}

/// Text between two rules, one below the other: each is a place of its own.
bool hasTextBetween(const Rule& upper, const Rule& lower, const PageFindings& page)
{
    return std::ranges::any_of(page.texts, [&](const TextLine& text) {
        const PointMm middle = text.area.centre();
        return hasLetters(text.text) && middle.y > upper.at && middle.y < lower.at &&
               text.area.right() > lower.from && text.area.x < lower.to;
    });
}

bool sameEnds(const Rule& a, const Rule& b)
{
    constexpr double kEndsMm = 1.5;
    return std::abs(a.from - b.from) < kEndsMm && std::abs(a.to - b.to) < kEndsMm;
}

RectMm lineAbove(const Rule& rule)
{
    const double height = std::min(rule.clearMm, kHighestLineMm);
    return {rule.from, rule.at - rule.widthMm / 2 - height, rule.length(), height};
}

void addRules(const PageFindings& page, AnswerPlaces& result)
{
    std::vector<const Rule*> writing;
    for (const Rule& rule : page.rules) {
        result.printedRules.push_back(rule); // no field prints it
        if (isWritingRule(rule)) {
            writing.push_back(&rule);
        }
    }
    std::vector<std::vector<const Rule*>> stacks;
    for (const Rule* rule : writing) {
        const auto home = std::ranges::find_if(stacks, [&](const auto& stack) {
            const double step = rule->at - stack.back()->at;
            const bool even =
                stack.size() < 2 || std::abs(step - (stack.back()->at - stack[stack.size() - 2]->at)) < 0.8;
            return sameEnds(*stack.back(), *rule) && step <= kHighestStackedMm && even &&
                   !hasTextBetween(*stack.back(), *rule, page) && !hasTextLeft(lineAbove(*rule), page);
        });
        home == stacks.end() ? stacks.push_back({rule}) : home->push_back(rule);
    }
    const auto standsAlone = [&](const Rule& rule) {
        constexpr double kNeighbourMm = 20.0;
        return std::ranges::none_of(writing, [&](const Rule* other) {
            return other != &rule && sameEnds(*other, rule) && std::abs(other->at - rule.at) < kNeighbourMm;
        });
    };
    for (const auto& stack : stacks) {
        const Rule& first = *stack.front();
        if (stack.size() == 1 && first.length() > kSectionRuleMm && !first.broken && standsAlone(first)) {
            result.undecided.push_back(placeText("line", first.area()) +
                                       ": to write on or between two sections? taken for the latter");
            continue;
        }
        WritePlace place;
        for (const Rule* rule : stack) {
            place.lines.push_back(lineAbove(*rule));
        }
        place.box = unite(place.lines);
        result.places.push_back(place);
    }
}

} // namespace

void addWritePlaces(const PageFindings& page, const std::vector<Frame>& frames, AnswerPlaces& result)
{
    addFrames(page, frames, result);
    addRules(page, result);
    std::ranges::sort(result.places, {}, [](const WritePlace& p) { return std::pair(p.box.y, p.box.x); });
}

} // namespace scanstraat::draft
