// SPDX-License-Identifier: EUPL-1.2
//
// A widget usually lies in its printed frame, somewhat smaller. The frame is what stands on paper, so its
// edges are taken; what the widget is for decides how the frame is read.
#include "draft/WidgetMatch.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

double area(const RectMm& r)
{
    return std::max(0.0, r.width) * std::max(0.0, r.height);
}

/// Area of both over area of any.
double overlapShare(const RectMm& a, const RectMm& b)
{
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0) {
        return 0.0;
    }
    const double both = width * height;
    return both / (area(a) + area(b) - both);
}

constexpr double kSamePlace = 0.45;

template <typename Things, typename AreaOf>
auto best(Things& things, const RectMm& wanted, AreaOf areaOf)
{
    auto found = things.end();
    double most = kSamePlace;
    for (auto at = things.begin(); at != things.end(); ++at) {
        const double share = overlapShare(areaOf(*at), wanted);
        if (share > most) {
            most = share;
            found = at;
        }
    }
    return found;
}

RectMm combBox(const Comb& comb)
{
    return comb.box();
}

RectMm boxOfPlace(const WritePlace& place)
{
    return place.box;
}

class Merger
{
public:
    explicit Merger(AnswerPlaces& places) : places_(places) {}

    void merge(Widget& widget)
    {
        if (widget.type == WidgetType::checkbox || widget.type == WidgetType::radio) {
            mergeButton(widget);
        } else if (widget.combCells > 0) {
            mergeComb(widget);
        } else {
            mergePlace(widget);
        }
    }

private:
    void ask(const Widget& widget, const std::string& what)
    {
        places_.undecided.push_back(placeText("form field \"" + widget.name + "\"", widget.area) + ": " +
                                    what);
    }

    /// Takes away what pixels made of that place; true where there was something.
    bool take(const RectMm& wanted, RectMm& outer, double& lineMm)
    {
        if (const auto box = best(places_.checkboxes, wanted, [](const Checkbox& c) { return c.outer; });
            box != places_.checkboxes.end()) {
            outer = box->outer;
            lineMm = box->lineMm;
            places_.checkboxes.erase(box);
            return true;
        }
        if (const auto comb = best(places_.combs, wanted, combBox); comb != places_.combs.end()) {
            lineMm = comb->lineMm;
            outer = comb->box().grown(lineMm / 2);
            places_.combs.erase(comb);
            return true;
        }
        if (const auto place = best(places_.places, wanted, boxOfPlace); place != places_.places.end()) {
            lineMm = place->frameMm;
            outer = place->box.grown(lineMm / 2);
            places_.places.erase(place);
            return true;
        }
        return false;
    }

    void mergeButton(Widget& widget)
    {
        if (const auto box = best(places_.checkboxes, widget.area, [](const Checkbox& c) { return c.outer; });
            box != places_.checkboxes.end()) {
            widget.area = box->outer;
            return;
        }
        RectMm outer = widget.area;
        double lineMm = 0.0;
        if (!take(widget.area, outer, lineMm)) {
            ask(widget, "a checkbox on the screen that paper does not show");
        }
        widget.area = outer;
        places_.checkboxes.push_back({outer, lineMm, widget.type == WidgetType::radio && lineMm == 0.0});
    }

    void mergeComb(Widget& widget)
    {
        const auto comb = best(places_.combs, widget.area, combBox);
        if (comb != places_.combs.end()) {
            widget.area = comb->box();
            if (static_cast<int>(comb->cells.size()) != widget.combCells) {
                ask(widget, "holds " + std::to_string(widget.combCells) + " characters, but paper shows " +
                                std::to_string(comb->cells.size()) + " cells; those of the paper are taken");
            }
            return;
        }
        RectMm outer = widget.area;
        double lineMm = 0.0;
        if (!take(widget.area, outer, lineMm)) {
            ask(widget, "a comb on the screen that paper does not show; its cells are of equal width");
        }
        Comb made;
        const RectMm middle = outer.grown(-lineMm / 2);
        const double width = middle.width / widget.combCells;
        for (int i = 0; i < widget.combCells; ++i) {
            made.cells.push_back({middle.x + i * width, middle.y, width, middle.height});
        }
        made.groups = {widget.combCells};
        made.lineMm = lineMm;
        made.isFramed = lineMm > 0;
        widget.area = middle;
        places_.combs.push_back(made);
    }

    void mergePlace(Widget& widget)
    {
        if (const auto place = best(places_.places, widget.area, boxOfPlace); place != places_.places.end()) {
            widget.area = place->box;
            return;
        }
        if (const auto comb = best(places_.combs, widget.area, combBox); comb != places_.combs.end()) {
            widget.area = comb->box(); // paper asks for single characters, whatever the screen does
            return;
        }
        RectMm outer = widget.area;
        double lineMm = 0.0;
        if (!take(widget.area, outer, lineMm) && !ruleUnder(widget)) {
            ask(widget, "a field on the screen that paper does not show");
        }
        outer = lineMm > 0 ? outer : widget.area;
        constexpr double kUsualLineMm = 8.0;
        WritePlace made{outer.grown(-lineMm / 2), {}, lineMm, false};
        const int lines = widget.multiline ? std::max(1, static_cast<int>(outer.height / kUsualLineMm)) : 1;
        for (int i = 0; i < lines; ++i) {
            const double height = made.box.height / lines;
            made.lines.push_back({made.box.x, made.box.y + i * height, made.box.width, height});
        }
        widget.area = made.box;
        places_.places.push_back(made);
    }

    /// A place above a rule has its height from the print around it, the widget from its author; the ends
    /// agree.
    bool ruleUnder(Widget& widget)
    {
        const auto place = std::ranges::find_if(places_.places, [&](const WritePlace& one) {
            constexpr double kEndsMm = 4.0;
            return one.frameMm == 0 && one.lines.size() == 1 &&
                   std::abs(one.box.x - widget.area.x) < kEndsMm &&
                   std::abs(one.box.right() - widget.area.right()) < kEndsMm &&
                   widget.area.centre().y > one.box.y - 1.0 &&
                   widget.area.centre().y < one.box.bottom() + 1.0;
        });
        if (place == places_.places.end()) {
            return false;
        }
        places_.places.erase(place);
        return true;
    }

    AnswerPlaces& places_;
};

} // namespace

void mergeWidgets(std::vector<Widget>& widgets, AnswerPlaces& places)
{
    Merger merger(places);
    for (Widget& widget : widgets) {
        merger.merge(widget);
    }
}

} // namespace scanstraat::draft
