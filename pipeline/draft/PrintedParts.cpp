// SPDX-License-Identifier: EUPL-1.2
#include "draft/PrintedParts.h"

#include "base/Units.h"
#include "draft/TextSigns.h"
#include "form/BarcodePayload.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::draft {

namespace {

double rounded(double mm)
{
    return std::round(mm * 100.0) / 100.0;
}

/// Edges are rounded, not sizes: cells that share an edge go on sharing it.
RectMm rounded(const RectMm& r)
{
    const double left = rounded(std::clamp(r.x, 0.0, kA4WidthMm));
    const double top = rounded(std::clamp(r.y, 0.0, kA4HeightMm));
    const double right = rounded(std::clamp(r.right(), 0.0, kA4WidthMm));
    const double bottom = rounded(std::clamp(r.bottom(), 0.0, kA4HeightMm));
    return {left, top, rounded(right - left), rounded(bottom - top)};
}

void roundField(form::Field& field)
{
    field.box = rounded(field.box);
    field.frameMm = rounded(field.frameMm);
    for (RectMm& cell : field.cells) {
        cell = rounded(cell);
    }
    for (RectMm& line : field.lines) {
        line = rounded(line);
    }
    for (form::Option& option : field.options) {
        option.box = rounded(option.box);
    }
}

void addMarks(const PageFindings& found, form::Page& page)
{
    for (form::AdjustmentField mark : found.marks) {
        mark.centre = {rounded(mark.centre.x), rounded(mark.centre.y)};
        mark.sizeMm = rounded(mark.sizeMm);
        mark.lineMm = rounded(mark.lineMm);
        page.adjustmentFields.push_back(mark);
    }
}

bool liesOnBlack(const RectMm& area, const PageFindings& found)
{
    constexpr double kDark = 0.5;
    return std::ranges::any_of(found.fills, [&](const form::PrintedBox& fill) {
        const PointMm middle = area.centre();
        return fill.grey && *fill.grey < kDark && middle.x > fill.area.x && middle.x < fill.area.right() &&
               middle.y > fill.area.y && middle.y < fill.area.bottom();
    });
}

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Whether a place to answer in begins between two words of a line.
bool isBetween(const RectMm& before, const RectMm& after, const std::vector<RectMm>& places)
{
    return std::ranges::any_of(places, [&](const RectMm& place) {
        const double middle = before.centre().y;
        return middle > place.y && middle < place.bottom() && place.centre().x > before.centre().x &&
               place.centre().x < after.centre().x;
    });
}

/// Where somebody answers.
struct Places
{
    std::vector<RectMm> boxes; ///< checkboxes and cells: a text that lies on one is its sign
    std::vector<RectMm> lines; ///< above lines to write on
};

/// What stands left and right of a checkbox are two texts, and the sign for the box itself is none.
std::vector<TextLine> splitAtPlaces(const TextLine& line, const PageFindings& found, const Places& all)
{
    const std::vector<RectMm>& places = all.boxes;
    const auto meetsLine = [&](const RectMm& p) { return overlap(line.area, p); };
    const bool meets = std::ranges::any_of(places, meetsLine) || std::ranges::any_of(all.lines, meetsLine);
    constexpr std::size_t kLeaders = 4;
    const bool hasLeaders = labelText(line.text).size() + kLeaders < line.text.size();
    if (!meets && !hasLeaders) {
        return {line};
    }
    std::vector<const TextWord*> words;
    for (const TextWord& word : found.words) {
        const PointMm middle = word.area.centre();
        const bool isPart = middle.x > line.area.x && middle.x < line.area.right() &&
                            middle.y > line.area.y && middle.y < line.area.bottom();
        const bool hides = std::ranges::any_of(places, [&](const RectMm& p) {
            return middle.x > p.x && middle.x < p.right() && middle.y > p.y && middle.y < p.bottom();
        });
        if (isPart && !hides && hasLetters(word.text)) {
            words.push_back(&word);
        }
    }
    std::ranges::sort(words, {}, [](const TextWord* w) { return w->area.x; });
    std::vector<TextLine> parts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0 || isBetween(words[i - 1]->area, words[i]->area, places) ||
            isBetween(words[i - 1]->area, words[i]->area, all.lines)) {
            TextLine part = line;
            part.text.clear();
            part.area = words[i]->area;
            parts.push_back(part);
        }
        TextLine& part = parts.back();
        part.text += (part.text.empty() ? "" : " ") + words[i]->text;
        part.area = unite(part.area, words[i]->area);
    }
    return parts;
}

void addText(const TextLine& line, const PageFindings& found, form::Page& page)
{
    form::PrintedText text;
    text.text = labelText(line.text);
    text.sizePt = rounded(line.sizePt);
    text.at = {rounded(std::max(0.0, line.area.x)), rounded(line.baseline)};
    text.widthMm = rounded(std::min(line.area.width, kA4WidthMm - text.at.x));
    text.white = liesOnBlack(line.area, found);
    const double height = pointsToMm(text.sizePt);
    const bool inside = text.at.y - height >= 0 && text.at.y <= kA4HeightMm && text.widthMm > 0;
    if (!text.text.empty() && inside) {
        page.texts.push_back(text);
    }
}

void addTexts(const PageFindings& found, form::Page& page)
{
    Places places;
    for (const form::Field& field : page.fields) {
        for (const form::Option& option : field.options) {
            places.boxes.push_back(option.box);
        }
        places.boxes.insert(places.boxes.end(), field.cells.begin(), field.cells.end());
        if (field.frameMm == 0) {
            places.lines.insert(places.lines.end(), field.lines.begin(), field.lines.end());
        }
    }
    for (const TextLine& line : found.texts) {
        for (const TextLine& part : splitAtPlaces(line, found, places)) {
            addText(part, found, page);
        }
    }
}

form::PrintedLine lineOf(const Rule& rule)
{
    const double at = rounded(rule.at);
    form::PrintedLine line;
    line.from = rule.vertical ? PointMm{at, rounded(rule.from)} : PointMm{rounded(rule.from), at};
    line.to = rule.vertical ? PointMm{at, rounded(rule.to)} : PointMm{rounded(rule.to), at};
    line.widthMm = rounded(rule.widthMm);
    return line;
}

/// A stroke of a large letter looks like a short line.
bool isStroke(const Rule& rule, const std::vector<TextLine>& texts)
{
    const PointMm middle = rule.area().centre();
    return std::ranges::any_of(texts, [&](const TextLine& text) {
        return rule.length() < 1.5 * text.area.height && middle.x > text.area.x &&
               middle.x < text.area.right() && middle.y > text.area.y && middle.y < text.area.bottom();
    });
}

void addLinesAndBoxes(const PageFindings& found, const AnswerPlaces& places, form::Page& page)
{
    constexpr double kShortestMm = 3.0; // shorter ones are strokes of large letters
    for (const Rule& rule : places.printedRules) {
        if (rule.length() >= kShortestMm && !rule.broken && !isStroke(rule, found.texts)) {
            page.printedLines.push_back(lineOf(rule));
        }
    }
    for (const TickComb& comb : found.tickCombs) {
        const RectMm box = unite(comb.cells);
        page.printedLines.push_back(lineOf({false, box.x, box.right(), box.bottom(), comb.lineMm}));
    }
    page.printedBoxes = found.fills;
    for (const Frame& frame : places.printedFrames) {
        if (!frame.round && frame.lineMm > 0) {
            page.printedBoxes.push_back({frame.middle, frame.lineMm, std::nullopt});
        }
    }
    for (form::PrintedBox& box : page.printedBoxes) {
        box.area = rounded(box.area);
        box.lineMm = rounded(box.lineMm);
        if (box.grey) {
            box.grey = rounded(*box.grey);
        }
    }
}

} // namespace

void addPrintedParts(const PageFindings& found, const AnswerPlaces& places, form::Page& page)
{
    addMarks(found, page);
    for (const FoundBarcode& barcode : found.barcodes) {
        const auto symbology = form::symbologyFrom(barcode.symbology);
        if (!symbology || page.barcode) {
            continue;
        }
        const form::Barcode known{rounded(barcode.zone), *symbology, barcode.payload};
        if (form::payloadProblem(known).empty()) {
            page.barcode = known;
        }
    }
    addTexts(found, page);
    addLinesAndBoxes(found, places, page);
    std::ranges::for_each(page.fields, roundField);
}

} // namespace scanstraat::draft
