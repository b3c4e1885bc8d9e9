// SPDX-License-Identifier: EUPL-1.2
// Tries the sides of the field in turn, first for the whole text, then for its beginning. A label that fits
// nowhere is left out: its value stands in the table.
#include "app/LabelPlacer.h"

#include "base/Units.h"
#include "base/Utf8.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace scanstraat::app {

namespace {

constexpr double kGapMm = 0.4; ///< between a field and its label
constexpr double kSheetEdgeMm = 2.0;
constexpr double kLeastWidthMm = 9.0; ///< below this a shortened label tells nothing

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Width of a byte in bold Arial or Liberation Sans, in ems, on the safe side.
double byteWidth(char c)
{
    if (continuesCharacter(c)) {
        return 0.0; // counted with the first byte
    }
    if (static_cast<unsigned char>(c) >= 0x80) {
        return 0.8;
    }
    if (c == 'M' || c == 'W' || c == '@' || c == 'm' || c == 'w') {
        return 0.98;
    }
    return c >= 'A' && c <= 'Z' ? 0.75 : 0.61;
}

double textWidth(const std::string& text, double sizeMm)
{
    constexpr double kPaddingMm = 1.6;
    const double ems =
        std::accumulate(text.begin(), text.end(), 0.0, [](double sum, char c) { return sum + byteWidth(c); });
    return ems * sizeMm + kPaddingMm;
}

RectMm inkOf(const form::PrintedText& text)
{
    constexpr double kAscent = 0.74;
    constexpr double kDescent = 0.22;
    const double sizeMm = pointsToMm(text.sizePt);
    const double width = text.widthMm > 0.0 ? text.widthMm : textWidth(text.text, sizeMm);
    return {text.at.x, text.at.y - kAscent * sizeMm, width, (kAscent + kDescent) * sizeMm};
}

/// Above, below and beside the field, the places that readers expect first.
std::array<RectMm, 6> placesBeside(const RectMm& area, double width)
{
    const double above = area.y - kGapMm - kLabelHeightMm;
    const double below = area.bottom() + kGapMm;
    const double middle = area.centre().y - kLabelHeightMm / 2;
    const auto at = [width](double x, double y) { return RectMm{x, y, width, kLabelHeightMm}; };
    return {at(area.x, above), at(area.right() + kGapMm, middle), at(area.right() - width, above),
            at(area.x, below), at(area.right() - width, below),   at(area.x - kGapMm - width, middle)};
}

} // namespace

LabelPlacer::LabelPlacer(const reading::PageReading& page, const form::Page* layout)
{
    for (const reading::FieldReading& field : page.fields) {
        if (field.boxes.empty()) {
            taken_.push_back(field.box);
        }
        for (const reading::BoxReading& box : field.boxes) {
            taken_.push_back(box.box);
        }
    }
    if (layout != nullptr) {
        for (const form::PrintedText& text : layout->texts) {
            taken_.push_back(inkOf(text));
        }
    }
}

std::optional<RectMm> LabelPlacer::place(const RectMm& area, const std::string& text)
{
    const double whole = textWidth(text, kLabelFontMm);
    for (const double share : {1.0, 0.75, 0.5}) {
        const double width = share * whole;
        if (share < 1.0 && width < kLeastWidthMm) {
            break;
        }
        for (const RectMm& candidate : placesBeside(area, width)) {
            if (isFree(candidate)) {
                taken_.push_back(candidate);
                return candidate;
            }
        }
    }
    return std::nullopt;
}

bool LabelPlacer::isFree(const RectMm& place) const
{
    const bool onSheet = place.x >= kSheetEdgeMm && place.y >= kSheetEdgeMm &&
                         place.right() <= kA4WidthMm - kSheetEdgeMm &&
                         place.bottom() <= kA4HeightMm - kSheetEdgeMm;
    return onSheet &&
           std::ranges::none_of(taken_, [&place](const RectMm& other) { return overlap(place, other); });
}

} // namespace scanstraat::app
