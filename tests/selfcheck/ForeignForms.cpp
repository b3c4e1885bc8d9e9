// SPDX-License-Identifier: EUPL-1.2
#include "ForeignForms.h"

#include "base/Units.h"

#include <array>
#include <optional>
#include <string>

namespace scanstraat::selfcheck {

namespace {

using form::Field;
using form::FieldKind;
using form::MarkShape;
using form::Symbology;
using form::Writing;

/// What one foreign form has that another has not; `top` is where its questions begin, in mm.
struct Style
{
    std::string id;
    MarkShape marks;
    double markMm;
    std::optional<form::Barcode> barcode;
    form::BoxShape boxes;
    double top;
};

void print(form::Page& page, double x, double y, const std::string& text, double sizePt = 9.0)
{
    const double width = 0.2 * sizePt * static_cast<double>(text.size());
    page.texts.push_back({{x, y}, sizePt, false, text, width, false});
}

Field fieldOf(const Style& style, const std::string& question, FieldKind kind, Writing writing)
{
    Field field;
    field.id = style.id + "." + question;
    field.question = question;
    field.label = "Vraag " + question;
    field.kind = kind;
    field.writing = writing;
    return field;
}

RectMm united(const std::vector<RectMm>& parts)
{
    RectMm all = parts.front();
    for (const RectMm& part : parts) {
        all = unite(all, part);
    }
    return all;
}

void addMarks(const Style& style, form::Page& page)
{
    constexpr double kInMm = 12.0;
    for (const double x : {kInMm, kA4WidthMm - kInMm}) {
        for (const double y : {kInMm, kA4HeightMm - kInMm}) {
            page.adjustmentFields.push_back({style.marks, {x, y}, style.markMm, 1.0});
        }
    }
}

/// Rows are questions, columns answers; the answers stand above their columns once.
void addMatrix(const Style& style, form::Page& page, double y)
{
    constexpr std::array<const char*, 4> kAnswers{"nooit", "soms", "vaak", "altijd"};
    constexpr std::array<const char*, 4> kQuestions{"Ik reis met de trein", "Ik reis met de bus",
                                                    "Ik ga op de fiets", "Ik ga te voet"};
    const auto column = [](std::size_t i) { return 100.0 + 22.0 * static_cast<double>(i); };
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {
        print(page, column(i) - 3.0, y, kAnswers[i]);
    }
    for (std::size_t row = 0; row < kQuestions.size(); ++row) {
        const double at = y + 5.0 + 9.0 * static_cast<double>(row);
        print(page, 22.0, at + 3.5, kQuestions[row]);
        Field field = fieldOf(style, "2." + std::to_string(row + 1), FieldKind::choice, Writing::checkboxes);
        std::vector<RectMm> boxes;
        for (std::size_t i = 0; i < kAnswers.size(); ++i) {
            boxes.push_back({column(i), at, 4.2, 4.2});
            field.options.push_back({kAnswers[i], kAnswers[i], boxes.back(), style.boxes});
        }
        field.box = united(boxes);
        page.fields.push_back(field);
    }
}

void addComb(const Style& style, form::Page& page, double y)
{
    Field field = fieldOf(style, "1", FieldKind::number, Writing::comb);
    for (int i = 0; i < 8; ++i) {
        field.cells.push_back({80.0 + 5.8 * i, y, 5.8, 7.5});
    }
    field.box = united(field.cells);
    page.fields.push_back(field);
    print(page, 22.0, y + 5.0, "1 Klantnummer");
}

/// A line to write on, without a frame.
void addLine(const Style& style, form::Page& page, double y)
{
    Field field = fieldOf(style, "3", FieldKind::name, Writing::lines);
    field.frameMm = 0.0;
    field.box = {60.0, y - 8.0, 120.0, 8.0};
    field.lines = {field.box};
    page.fields.push_back(field);
    page.printedLines.push_back({{60.0, y}, {180.0, y}, 0.3});
    print(page, 22.0, y - 1.0, "3 Naam");
}

void addSignature(const Style& style, form::Page& page, double y)
{
    Field field = fieldOf(style, "4", FieldKind::signature, Writing::region);
    field.box = {60.0, y, 80.0, 24.0};
    page.fields.push_back(field);
    print(page, 22.0, y + 5.0, "4 Handtekening");
}

form::FormTemplate formOf(const Style& style)
{
    form::FormTemplate form;
    form.id = style.id;
    form.title = "Vragenlijst " + style.id;
    form.version = "1";
    form.pages.emplace_back();
    form::Page& page = form.pages.front();
    addMarks(style, page);
    page.barcode = style.barcode;
    print(page, 22.0, 30.0, form.title, 16.0);
    addComb(style, page, style.top);
    addMatrix(style, page, style.top + 22.0);
    addLine(style, page, style.top + 82.0);
    addSignature(style, page, style.top + 95.0);
    return form;
}

} // namespace

std::vector<form::FormTemplate> foreignForms()
{
    using form::BoxShape;
    const form::Barcode code128{{120, 24, 50, 10}, Symbology::code128, "VL-128-a"};
    const form::Barcode interleaved{{120, 24, 50, 10}, Symbology::interleaved2of5, "00451278"};
    const form::Barcode qr{{160, 22, 18, 18}, Symbology::qr, "vragenlijst/3"};
    const form::Barcode matrix{{160, 22, 14, 14}, Symbology::dataMatrix, "VL4"};
    return {formOf({"haken", MarkShape::bracket, 8.0, code128, BoxShape::square, 50.0}),
            formOf({"stippen", MarkShape::dot, 5.0, qr, BoxShape::round, 62.0}),
            formOf({"kruisen", MarkShape::cross, 7.0, matrix, BoxShape::square, 74.0}),
            formOf({"ringen", MarkShape::ring, 6.0, interleaved, BoxShape::round, 86.0}),
            formOf({"zonder", MarkShape::dot, 4.0, std::nullopt, BoxShape::square, 98.0})};
}

} // namespace scanstraat::selfcheck
