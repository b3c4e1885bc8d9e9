// SPDX-License-Identifier: EUPL-1.2
#include "draft/PaperElements.h"

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

/// Of cells between ticks the lower end counts, of other places the line under them.
void addUnframed(const Field& field, std::vector<Element>& elements)
{
    constexpr double kEndMm = 1.0;
    for (std::size_t i = 0; i < field.cells.size(); ++i) {
        const RectMm& cell = field.cells[i];
        elements.push_back({ElementKind::tickCell,
                            {cell.x, cell.bottom() - kEndMm, cell.width, kEndMm},
                            "cell " + std::to_string(i + 1) + " of field " + field.id,
                            true});
    }
    if (field.writing == Writing::lines || field.writing == Writing::region) {
        const std::vector<RectMm> places = field.lines.empty() ? std::vector{field.box} : field.lines;
        for (const RectMm& place : places) {
            elements.push_back({ElementKind::baseline,
                                {place.x, place.bottom(), place.width, 0.0},
                                "place of field " + field.id,
                                false});
        }
    }
}

void addField(const Field& field, std::vector<Element>& elements)
{
    for (const form::Option& option : field.options) {
        elements.push_back(
            {ElementKind::box, option.box, "option " + option.id + " of field " + field.id, true});
    }
    if (field.frameMm <= 0) {
        addUnframed(field, elements);
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

std::string nameOnPaper(ElementKind kind)
{
    switch (kind) {
    case ElementKind::tickCell:
        return "cell of a comb of ticks";
    case ElementKind::baseline:
        return "line to write on";
    default:
        return "box to answer in";
    }
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

std::vector<Element> elementsOf(const BlankPage& paper)
{
    const PageFindings& found = paper.found;
    std::vector<Element> elements;
    for (const Field& field : paper.draft.page.fields) {
        addField(field, elements);
    }
    for (Element& element : elements) {
        element.name = nameOnPaper(element.kind);
    }
    for (const Frame& frame : found.frames) {
        elements.push_back({ElementKind::box, frame.outer(), "box", false});
    }
    for (const Rule& rule : found.rules) {
        const double thin = 0.0;
        elements.push_back({ElementKind::rule,
                            rule.vertical ? RectMm{rule.at, rule.from, thin, rule.length()}
                                          : RectMm{rule.from, rule.at, rule.length(), thin},
                            "line", false});
    }
    for (const form::PrintedBox& fill : found.fills) {
        elements.push_back({ElementKind::fill, fill.area, "tinted area", false});
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
