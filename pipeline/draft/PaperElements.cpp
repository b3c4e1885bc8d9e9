// SPDX-License-Identifier: EUPL-1.2
#include "draft/PaperElements.h"

#include "draft/AnswerPlaces.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

using form::Field;
using form::Writing;

RectMm boundsOf(const form::AdjustmentField& mark)
{
    const double half = mark.sizeMm / 2;
    return {mark.centre.x - half, mark.centre.y - half, mark.sizeMm, mark.sizeMm};
}

/// A field of several writing lines is printed as cells one below the other.
void addLineCells(const Field& field, std::vector<Element>& elements)
{
    double top = field.box.y;
    for (std::size_t i = 0; i < field.lines.size(); ++i) {
        const bool isLast = i + 1 == field.lines.size();
        const double bottom =
            isLast ? field.box.bottom() : (field.lines[i].bottom() + field.lines[i + 1].y) / 2;
        const RectMm cell{field.box.x, top, field.box.width, bottom - top};
        const std::string name = field.lines.size() == 1
                                     ? "box of field " + field.id
                                     : "line " + std::to_string(i + 1) + " of field " + field.id;
        elements.push_back({ElementKind::box, cell.grown(field.frameMm / 2), name, true});
        top = bottom;
    }
}

void addField(const Field& field, std::vector<Element>& elements)
{
    for (const form::Option& option : field.options) {
        elements.push_back(
            {ElementKind::box, option.box, "option " + option.id + " of field " + field.id, true});
    }
    if (field.frameMm <= 0) {
        return;
    }
    for (std::size_t i = 0; i < field.cells.size(); ++i) {
        elements.push_back({ElementKind::box, field.cells[i].grown(field.frameMm / 2),
                            "cell " + std::to_string(i + 1) + " of field " + field.id, true});
    }
    if (field.writing == Writing::lines) {
        addLineCells(field, elements);
    } else if (field.writing == Writing::region) {
        elements.push_back(
            {ElementKind::box, field.box.grown(field.frameMm / 2), "region of field " + field.id, true});
    }
}

RectMm areaOf(const form::PrintedLine& line)
{
    const double x = std::min(line.from.x, line.to.x);
    const double y = std::min(line.from.y, line.to.y);
    return {x, y, std::abs(line.to.x - line.from.x), std::abs(line.to.y - line.from.y)};
}

} // namespace

std::vector<Element> elementsOf(const form::Page& page)
{
    std::vector<Element> elements;
    for (const form::AdjustmentField& mark : page.adjustmentFields) {
        elements.push_back(
            {ElementKind::mark, boundsOf(mark), "adjustment field " + toString(mark.shape), false});
    }
    if (page.barcode) {
        elements.push_back({ElementKind::barcode, page.barcode->zone, page.barcode->payload, false});
    }
    for (const Field& field : page.fields) {
        addField(field, elements);
    }
    constexpr double kShortestMm = 8.0;
    for (const form::PrintedLine& line : page.printedLines) {
        const RectMm area = areaOf(line);
        const bool straight = std::min(area.width, area.height) < 0.05;
        if (straight && std::max(area.width, area.height) >= kShortestMm) {
            elements.push_back({ElementKind::rule, area, "printed line", false});
        }
    }
    return elements;
}

std::vector<Element> elementsOf(const PageFindings& found)
{
    const AnswerPlaces places = sortPlaces(found);
    std::vector<Element> elements;
    for (const Frame& frame : found.frames) {
        elements.push_back({ElementKind::box, frame.outer(), "box", false});
    }
    const auto markAnswer = [&](const RectMm& outer, const std::string& name) {
        for (Element& element : elements) {
            constexpr double kSame = 0.3;
            if (std::abs(element.area.x - outer.x) < kSame && std::abs(element.area.y - outer.y) < kSame &&
                std::abs(element.area.right() - outer.right()) < kSame &&
                std::abs(element.area.bottom() - outer.bottom()) < kSame) {
                element.isAnswer = true;
                element.name = name;
            }
        }
    };
    for (const Checkbox& box : places.checkboxes) {
        markAnswer(box.outer, "checkbox");
    }
    for (const Comb& comb : places.combs) {
        for (const RectMm& cell : comb.cells) {
            comb.isFramed ? markAnswer(cell.grown(comb.lineMm / 2), "cell of a comb")
                          : elements.push_back({ElementKind::box, cell, "cell of a comb of ticks", true});
        }
    }
    for (const WritePlace& place : places.places) {
        if (place.frameMm > 0 && place.lines.size() == 1) {
            markAnswer(place.box.grown(place.frameMm / 2), "box to write in");
        }
    }
    for (const Rule& rule : found.rules) {
        const double thin = 0.0;
        elements.push_back({ElementKind::rule,
                            rule.vertical ? RectMm{rule.at, rule.from, thin, rule.length()}
                                          : RectMm{rule.from, rule.at, rule.length(), thin},
                            "line", false});
    }
    for (const form::AdjustmentField& mark : found.marks) {
        elements.push_back(
            {ElementKind::mark, boundsOf(mark), "adjustment field " + toString(mark.shape), false});
    }
    for (const FoundBarcode& barcode : found.barcodes) {
        elements.push_back({ElementKind::barcode, barcode.zone, barcode.payload, false});
    }
    return elements;
}

std::vector<RectMm> explainedPlaces(const form::Page& page)
{
    std::vector<RectMm> places;
    for (const form::PrintedBox& box : page.printedBoxes) {
        places.push_back(box.area.grown(box.lineMm / 2));
    }
    for (const Field& field : page.fields) {
        if (field.frameMm <= 0) {
            places.insert(places.end(), field.cells.begin(), field.cells.end());
            places.push_back(field.box);
        }
    }
    return places;
}

} // namespace scanstraat::draft
