// SPDX-License-Identifier: EUPL-1.2
//
// A page is filled from the top: three or four columns of questions, the week table across, and at the foot
// fields for writing. What differs between forms (columns, box size, lines, shape) is drawn once a form; some
// questions differ from the rest of theirs.
#include "DeckForms.h"

#include "PageLayout.h"
#include "base/Error.h"
#include "form/TemplateLoader.h"

#include <fstream>

namespace scanstraat::marktest {

namespace {

using synth::Random;

constexpr double kLeft = 18.0;
constexpr double kTop = 34.0;
constexpr double kTableTop = 204.0;
constexpr double kWidth = 174.0;

/// First of the numbers that the forms have; no form of ours has it.
constexpr int kFirstNumber = 8301;

form::Page frameOfPage(const std::string& id)
{
    form::Page page;
    page.number = 1;
    page.footer = "1   " + id + "-2026/1";
    page.footerAt = {kLeft, 288.0};
    for (const PointMm centre : {PointMm{10, 10}, PointMm{200, 10}, PointMm{10, 287}, PointMm{200, 287}}) {
        page.adjustmentFields.push_back({form::MarkShape::filledSquare, centre, 5.0, 1.0});
    }
    page.barcode = form::Barcode{{153.1, 10.0, 34.4, 12.0}, form::Symbology::code39, id};
    return page;
}

BoxStyle randomStyle(Random& random)
{
    BoxStyle style;
    style.sideMm = random.uniform(3.0, 6.0);
    style.lineMm = random.uniform(0.15, 0.5);
    style.labelGapMm = random.uniform(1.5, 3.0);
    style.pitchGapMm = random.uniform(1.0, 2.4);
    style.textPt = random.uniform(7.0, 8.5);
    style.shape = random.chance(0.15) ? form::BoxShape::round : form::BoxShape::square;
    return style;
}

void fillColumn(PageLayout& layout, RectMm column, const BoxStyle& ofForm, Random& random)
{
    while (true) {
        BoxStyle style = random.chance(0.25) ? randomStyle(random) : ofForm;
        style.shape = random.chance(0.06) ? form::BoxShape::round : style.shape;
        const bool yesNo = random.chance(0.18);
        const int options = yesNo ? 2 : random.integer(2, 6);
        const double height = yesNo ? layout.yesNo(column, style) : layout.group(column, options, style);
        if (height <= 0.0) {
            return;
        }
        column.y += height;
        column.height -= height;
    }
}

form::FormTemplate deckForm(int index, Random& random)
{
    form::FormTemplate form;
    form.id = std::to_string(kFirstNumber + 7 * index);
    form.title = "Proefformulier " + form.id;
    form.edition = "2026/1";
    form.version = "1";
    form.pages.push_back(frameOfPage(form.id));
    PageLayout layout(form.pages.front(), form.id, random);
    layout.text({kLeft, 18.0}, form.title, 14.0, true);
    layout.text({164.6, 26.2}, "*" + form.id + "*", 9.5, false);
    BoxStyle style = randomStyle(random);
    style.sideMm = 3.0 + 3.0 * ((index * 5) % kDeckForms + random.uniform()) / kDeckForms;
    const int columns = style.sideMm < 5.0 ? 4 : random.integer(3, 4);
    const double width = kWidth / columns;
    for (int i = 0; i < columns; ++i) {
        fillColumn(layout, {kLeft + i * width, kTop, width - 4.0, kTableTop - kTop}, style, random);
    }
    const double table = layout.week({kLeft, kTableTop, kWidth, 45.0}, random.integer(3, 4), style);
    layout.writing({kLeft, kTableTop + table + 3.0, kWidth, 280.0 - kTableTop - table - 3.0});
    return form;
}

} // namespace

std::vector<form::FormTemplate> deckForms(std::uint64_t seed)
{
    std::vector<form::FormTemplate> forms;
    for (int i = 0; i < kDeckForms; ++i) {
        Random random(seed, static_cast<std::uint64_t>(i));
        forms.push_back(deckForm(i, random));
    }
    return forms;
}

void writeForms(const std::vector<form::FormTemplate>& forms, const std::filesystem::path& root)
{
    for (const form::FormTemplate& form : forms) {
        const std::filesystem::path folder = root / form.id;
        std::filesystem::create_directories(folder);
        std::ofstream file(folder / "template.json", std::ios::binary);
        file << form::toJson(form);
        if (!file.flush()) {
            throw Error((folder / "template.json").string() + ": cannot be written", ExitCode::output);
        }
    }
}

std::size_t boxesOn(const form::Page& page)
{
    std::size_t boxes = 0;
    for (const form::Field& field : page.fields) {
        boxes += field.options.size();
    }
    return boxes;
}

} // namespace scanstraat::marktest
