// SPDX-License-Identifier: EUPL-1.2
#include "draft/FieldConflicts.h"

#include "draft/AnswerPlaces.h"

#include <algorithm>

namespace scanstraat::draft {

namespace {

constexpr double kRoundingMm = 0.02;
constexpr double kQuietZoneMm = 1.0; ///< around an adjustment field
constexpr double kLeastHeightMm = 3.0;

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() - kRoundingMm && b.x < a.right() - kRoundingMm && a.y < b.bottom() - kRoundingMm &&
           b.y < a.bottom() - kRoundingMm;
}

/// What of a field nobody else may take: its boxes, or all of it.
std::vector<RectMm> partsOf(const form::Field& field)
{
    if (field.writing != form::Writing::checkboxes) {
        return {field.box};
    }
    std::vector<RectMm> parts;
    std::ranges::transform(field.options, std::back_inserter(parts), &form::Option::box);
    return parts;
}

bool isOpen(const form::Field& field)
{
    return field.frameMm == 0.0 &&
           (field.writing == form::Writing::lines || field.writing == form::Writing::region);
}

/// Moves the top of a place above a rule down to `y`; false where too little is left.
bool cutTop(form::Field& field, double y)
{
    if (field.box.bottom() - y < kLeastHeightMm) {
        return false;
    }
    const auto cut = [&](RectMm& r) {
        const double by = std::max(0.0, y - r.y);
        r.y += by;
        r.height -= by;
    };
    cut(field.box);
    if (!field.lines.empty()) {
        if (field.lines.front().bottom() - y < kLeastHeightMm) {
            return false;
        }
        cut(field.lines.front());
    }
    return true;
}

/// Edges that neighbours share are measured twice: an overlap of a line's width is taken from `field`.
void trim(form::Field& field, const RectMm& other)
{
    constexpr double kMostMm = 0.5;
    const RectMm& box = field.box;
    const double overX = std::min(box.right(), other.right()) - std::max(box.x, other.x);
    const double overY = std::min(box.bottom(), other.bottom()) - std::max(box.y, other.y);
    if (std::min(overX, overY) > kMostMm) {
        return;
    }
    RectMm left = box;
    if (overX < overY) {
        left.x += box.centre().x > other.centre().x ? overX : 0.0;
        left.width -= overX;
    } else {
        left.y += box.centre().y > other.centre().y ? overY : 0.0;
        left.height -= overY;
    }
    field.box = left;
    for (auto* parts : {&field.cells, &field.lines}) {
        for (RectMm& part : *parts) {
            const double right = std::min(part.right(), left.right());
            const double bottom = std::min(part.bottom(), left.bottom());
            const double x = std::max(part.x, left.x);
            const double y = std::max(part.y, left.y);
            part = {x, y, right - x, bottom - y};
        }
    }
}

/// True when `field` lies apart from `other` now.
bool separate(form::Field& field, const RectMm& other)
{
    if (!overlap(field.box, other)) {
        return true;
    }
    trim(field, other);
    if (!overlap(field.box, other)) {
        return true;
    }
    return isOpen(field) && other.y <= field.box.y + field.box.height / 2 && cutTop(field, other.bottom());
}

} // namespace

std::vector<std::string> separateFields(form::Page& page)
{
    std::vector<std::string> notes;
    std::vector<RectMm> taken;
    for (const form::AdjustmentField& mark : page.adjustmentFields) {
        const double half = mark.sizeMm / 2 + kQuietZoneMm;
        taken.push_back({mark.centre.x - half, mark.centre.y - half, 2 * half, 2 * half});
    }
    std::vector<form::Field> kept;
    std::vector<std::string> order;
    std::ranges::transform(page.fields, std::back_inserter(order), &form::Field::id);
    // places above a rule give way, so they come last
    std::ranges::stable_partition(page.fields, [](const form::Field& field) { return !isOpen(field); });
    for (form::Field& field : page.fields) {
        bool fits = true;
        if (field.writing == form::Writing::checkboxes) {
            const auto hits = [&](const RectMm& part) {
                return std::ranges::any_of(taken, [&](const RectMm& other) { return overlap(part, other); });
            };
            const std::vector<RectMm> parts = partsOf(field);
            fits = std::ranges::none_of(parts, hits);
        } else {
            for (const RectMm& other : taken) {
                fits = fits && separate(field, other);
            }
        }
        if (!fits) {
            notes.push_back(placeText("field \"" + field.id + "\"", field.box) +
                            ": lies on something else and was left out");
            if (field.frameMm > 0) {
                page.printedBoxes.push_back({field.box, field.frameMm, std::nullopt});
            }
            continue;
        }
        const std::vector<RectMm> parts = partsOf(field);
        taken.insert(taken.end(), parts.begin(), parts.end());
        kept.push_back(std::move(field));
    }
    std::ranges::stable_sort(kept, {}, [&](const form::Field& field) {
        return std::ranges::find(order, field.id) - order.begin();
    });
    page.fields = std::move(kept);
    return notes;
}

} // namespace scanstraat::draft
