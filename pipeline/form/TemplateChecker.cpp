// SPDX-License-Identifier: EUPL-1.2
#include "form/TemplateChecker.h"

#include "base/Units.h"
#include "form/AnnexChecker.h"
#include "form/BarcodePayload.h"
#include "form/OverprintChecker.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string_view>

namespace scanstraat::form {

namespace {

/// Rectangles in templates are rounded to a hundredth of a millimetre, so that sums of two may be off by
/// that.
constexpr double kRoundingMm = 0.02;

/// White that must stay around an adjustment field, from its edge.
constexpr double kQuietZoneMm = 1.0;

std::string millimetres(double value)
{
    std::ostringstream text;
    text << value << " mm";
    return text.str();
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
    }
    return text;
}

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() - kRoundingMm && b.x < a.right() - kRoundingMm && a.y < b.bottom() - kRoundingMm &&
           b.y < a.bottom() - kRoundingMm;
}

bool holds(const RectMm& outer, const RectMm& inner)
{
    return inner.x >= outer.x - kRoundingMm && inner.y >= outer.y - kRoundingMm &&
           inner.right() <= outer.right() + kRoundingMm && inner.bottom() <= outer.bottom() + kRoundingMm;
}

RectMm boundsOf(const AdjustmentField& mark)
{
    const double half = mark.sizeMm / 2;
    return {mark.centre.x - half, mark.centre.y - half, mark.sizeMm, mark.sizeMm};
}

class Checker
{
public:
    explicit Checker(const TemplateSource& source) : source_(source), form_(source.form) {}

    std::vector<Problem> check();

private:
    void note(const std::string& pointer, const std::string& message)
    {
        problems_.push_back({source_.lineOf(pointer), message});
    }
    void checkInside(const RectMm& area, const std::string& what, const std::string& pointer);
    void checkForm();
    void checkPage(const Page& page, const std::string& pointer);
    void checkTexts(const Page& page, const std::string& pointer);
    void checkMarks(const Page& page, const std::string& pointer);
    void checkBarcode(const Barcode& barcode, const std::string& pointer);
    void checkField(const Page& page, const Field& field, const std::string& pointer);
    void checkIdentity(const Field& field, const std::string& pointer);
    void checkWriting(const Field& field, const std::string& what, const std::string& pointer);
    void checkParts(const Field& field, const std::string& what, const std::string& pointer);
    void checkFrame(const Field& field, const std::string& what, const std::string& pointer);
    void checkComb(const Field& field, const std::string& what, const std::string& pointer);
    void checkOptions(const Field& field, const std::string& pointer);
    void checkAgainstMarks(const Page& page, const Field& field, const std::string& pointer);
    void checkBoxesApart(const Page& page, const std::string& pointer);
    void checkTableCell(const Field& field, const std::string& pointer);

    const TemplateSource& source_;
    const FormTemplate& form_;
    std::vector<Problem> problems_;
    std::map<std::string, int> fieldLines_;                          ///< by field id
    std::map<std::string, std::map<std::string, int>> groupOptions_; ///< by group: lines of option ids
    std::map<std::string, int> cellLines_;                           ///< by table, row and column
};

std::vector<Problem> Checker::check()
{
    checkForm();
    for (std::size_t index = 0; index < form_.pages.size(); ++index) {
        checkPage(form_.pages[index], "/pages/" + std::to_string(index));
    }
    return std::move(problems_);
}

void Checker::checkForm()
{
    if (form_.id.empty()) {
        note("", "the template has an empty id");
    }
    if (form_.pages.empty()) {
        note("", "the template has no pages");
    }
    if (form_.needless &&
        std::ranges::any_of(form_.pages, [](const Page& page) { return !page.fields.empty(); })) {
        note("", "the form is needless, but has fields to fill in");
    }
    std::map<int, int> numbers;
    for (std::size_t index = 0; index < form_.pages.size(); ++index) {
        const std::string pointer = "/pages/" + std::to_string(index);
        const int number = form_.pages[index].number;
        const auto [first, isNew] = numbers.emplace(number, source_.lineOf(pointer));
        if (number < 1) {
            note(pointer, "page " + std::to_string(number) + " has a number below 1");
        }
        if (!isNew) {
            note(pointer, "page " + std::to_string(number) + " is there twice; the first is on line " +
                              std::to_string(first->second));
        }
    }
}

void Checker::checkInside(const RectMm& area, const std::string& what, const std::string& pointer)
{
    if (area.width <= 0 || area.height <= 0) {
        note(pointer, what + " is empty: " + millimetres(area.width) + " x " + millimetres(area.height));
    }
    if (area.x < 0) {
        note(pointer, what + " starts at x = " + millimetres(area.x) + ", outside the A4 sheet");
    }
    if (area.y < 0) {
        note(pointer, what + " starts at y = " + millimetres(area.y) + ", outside the A4 sheet");
    }
    if (area.right() > kA4WidthMm) {
        note(pointer, what + " ends at x = " + millimetres(area.right()) + ", outside the A4 sheet (" +
                          millimetres(kA4WidthMm) + ")");
    }
    if (area.bottom() > kA4HeightMm) {
        note(pointer, what + " ends at y = " + millimetres(area.bottom()) + ", outside the A4 sheet (" +
                          millimetres(kA4HeightMm) + ")");
    }
}

void Checker::checkPage(const Page& page, const std::string& pointer)
{
    const std::string what = "page " + std::to_string(page.number);
    if (page.footer.empty() && !page.barcode && page.texts.empty()) {
        note(pointer, what + " has no footer, no barcode and no printed text: nothing can recognise it");
    } else if (!page.footer.empty() && page.footer.find(std::to_string(page.number)) == std::string::npos) {
        note(pointer, what + " has the footer \"" + page.footer + "\", which does not show its number");
    }
    if (page.role == PageRole::cover && (&page != &form_.pages.front() || !page.fields.empty())) {
        note(pointer, what + " is the cover, but " +
                          (page.fields.empty() ? "not the first page" : "has fields to fill in"));
    }
    checkMarks(page, pointer);
    if (page.barcode) {
        checkBarcode(*page.barcode, pointer + "/barcode");
    }
    for (std::size_t index = 0; index < page.fields.size(); ++index) {
        checkField(page, page.fields[index], pointer + "/fields/" + std::to_string(index));
    }
    checkBoxesApart(page, pointer);
    checkTexts(page, pointer + "/printed/texts/");
}

void Checker::checkTexts(const Page& page, const std::string& pointer)
{
    for (std::size_t index = 0; index < page.texts.size(); ++index) {
        const PrintedText& text = page.texts[index];
        const double height = pointsToMm(text.sizePt);
        checkInside({text.at.x, text.at.y - height, text.widthMm, height},
                    "printed text \"" + text.text + "\"", pointer + std::to_string(index));
    }
}

void Checker::checkMarks(const Page& page, const std::string& pointer)
{
    constexpr std::size_t kFewest = 3; // an affine map has six unknowns
    if (page.adjustmentFields.size() < kFewest) {
        note(pointer, "page " + std::to_string(page.number) + " has " +
                          std::to_string(page.adjustmentFields.size()) +
                          " adjustment fields; registration needs at least 3");
    }
    for (std::size_t index = 0; index < page.adjustmentFields.size(); ++index) {
        const RectMm bounds = boundsOf(page.adjustmentFields[index]);
        const std::string place = pointer + "/adjustmentFields/" + std::to_string(index);
        checkInside(bounds, "an adjustment field", place);
        for (std::size_t other = 0; other < index; ++other) {
            if (overlap(bounds, boundsOf(page.adjustmentFields[other]))) {
                note(place, joined({"adjustment fields ", std::to_string(other + 1), " and ",
                                    std::to_string(index + 1), " overlap"}));
            }
        }
    }
}

void Checker::checkBarcode(const Barcode& barcode, const std::string& pointer)
{
    checkInside(barcode.zone, "the barcode's zone", pointer);
    const std::string problem = payloadProblem(barcode);
    if (!problem.empty()) {
        note(pointer, "the barcode's payload \"" + barcode.payload + "\" " + problem);
    }
}

void Checker::checkField(const Page& page, const Field& field, const std::string& pointer)
{
    const std::string what = "field \"" + field.id + "\"";
    checkIdentity(field, pointer);
    checkInside(field.box, what, pointer);
    checkWriting(field, what, pointer);
    checkParts(field, what, pointer);
    checkFrame(field, what, pointer);
    checkComb(field, what, pointer);
    checkOptions(field, pointer);
    checkTableCell(field, pointer);
    checkAgainstMarks(page, field, pointer);
}

void Checker::checkIdentity(const Field& field, const std::string& pointer)
{
    const auto [first, isNew] = fieldLines_.emplace(field.id, source_.lineOf(pointer));
    if (!isNew) {
        note(pointer, "field \"" + field.id + "\" is there twice; the first is on line " +
                          std::to_string(first->second));
    }
    constexpr const char* kSafe = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_";
    if (field.id.find_first_not_of(kSafe) != std::string::npos) {
        note(pointer,
             "field \"" + field.id + "\" may have letters, digits, dots, - and _ only: it names files");
    }
    if (field.id.rfind(form_.id + ".", 0) != 0) {
        note(pointer, "field \"" + field.id + "\" must start with the form's id, \"" + form_.id + ".\"");
    }
}

void Checker::checkWriting(const Field& field, const std::string& what, const std::string& pointer)
{
    const bool choice = field.kind == FieldKind::choice;
    const bool picture = field.kind == FieldKind::signature || field.kind == FieldKind::stamp ||
                         field.kind == FieldKind::photo;
    const bool fits =
        choice == (field.writing == Writing::checkboxes) && picture == (field.writing == Writing::region);
    if (!fits) {
        note(pointer, what + " is of kind " + toString(field.kind) + ", which cannot be written as " +
                          toString(field.writing));
    }
}

void Checker::checkParts(const Field& field, const std::string& what, const std::string& pointer)
{
    const auto checkAll = [&](const std::vector<RectMm>& parts, const std::string& name, bool wanted) {
        if (wanted && parts.empty()) {
            note(pointer, what + " has no " + name + "s");
        }
        for (std::size_t index = 0; index < parts.size(); ++index) {
            const std::string number = std::to_string(index + 1);
            if (!holds(field.box, parts[index])) {
                note(pointer, joined({name, " ", number, " of ", what, " lies outside the field's box"}));
            }
            if (index > 0 && overlap(parts[index - 1], parts[index])) {
                note(pointer,
                     joined({name, "s ", std::to_string(index), " and ", number, " of ", what, " overlap"}));
            }
        }
    };
    checkAll(field.cells, "cell", field.writing == Writing::comb);
    checkAll(field.lines, "line", field.writing == Writing::lines);
}

/// Between the lines of a frame there must be paper to write on.
void Checker::checkFrame(const Field& field, const std::string& what, const std::string& pointer)
{
    double narrowest = std::min(field.box.width, field.box.height);
    for (const RectMm& cell : field.cells) {
        narrowest = std::min({narrowest, cell.width, cell.height});
    }
    for (const Option& option : field.options) {
        narrowest = std::min({narrowest, option.box.width, option.box.height});
    }
    if (narrowest > 0 && 2 * field.frameMm >= narrowest) {
        note(pointer, what + " has a frame of " + millimetres(field.frameMm) + ", which fills a box of " +
                          millimetres(narrowest));
    }
}

void Checker::checkComb(const Field& field, const std::string& what, const std::string& pointer)
{
    if (field.groups.empty()) {
        return;
    }
    const int sum = std::accumulate(field.groups.begin(), field.groups.end(), 0);
    if (sum != static_cast<int>(field.cells.size())) {
        note(pointer, "the groups of " + what + " add up to " + std::to_string(sum) + ", but it has " +
                          std::to_string(field.cells.size()) + " cells");
    }
}

void Checker::checkOptions(const Field& field, const std::string& pointer)
{
    if (field.writing == Writing::checkboxes && field.options.empty()) {
        note(pointer, "field \"" + field.id + "\" has no options");
    }
    auto& seen = groupOptions_[field.group.empty() ? "field " + field.id : "group " + field.group];
    for (std::size_t index = 0; index < field.options.size(); ++index) {
        const Option& option = field.options[index];
        const std::string place = pointer + "/options/" + std::to_string(index);
        const auto [first, isNew] = seen.emplace(option.id, source_.lineOf(place));
        if (!isNew) {
            note(place, "option \"" + option.id + "\" of field \"" + field.id +
                            "\" is there twice; the first is on line " + std::to_string(first->second));
        }
        checkInside(option.box, "option \"" + option.id + "\" of field \"" + field.id + "\"", place);
        if (!holds(field.box, option.box)) {
            note(place, "option \"" + option.id + "\" lies outside the box of field \"" + field.id + "\"");
        }
    }
}

void Checker::checkTableCell(const Field& field, const std::string& pointer)
{
    if (!field.cell) {
        return;
    }
    const std::string name = field.cell->table + "/" + field.cell->row + "/" + field.cell->column;
    const auto [first, isNew] = cellLines_.emplace(name, source_.lineOf(pointer));
    if (!isNew) {
        note(pointer, "field \"" + field.id + "\" stands in the table at " + name +
                          " like the field on line " + std::to_string(first->second));
    }
}

void Checker::checkAgainstMarks(const Page& page, const Field& field, const std::string& pointer)
{
    for (const AdjustmentField& mark : page.adjustmentFields) {
        if (overlap(field.box, boundsOf(mark).grown(kQuietZoneMm))) {
            note(pointer, "field \"" + field.id + "\" touches the adjustment field at (" +
                              millimetres(mark.centre.x) + ", " + millimetres(mark.centre.y) + ")");
        }
    }
}

/// A mark must belong to one answer: no checkbox overlaps another, no cell or line another field's.
void Checker::checkBoxesApart(const Page& page, const std::string& pointer)
{
    struct Part
    {
        RectMm area;
        std::string name;
        std::string place;
        const Field* field;
    };
    std::vector<Part> parts;
    for (std::size_t index = 0; index < page.fields.size(); ++index) {
        const Field& field = page.fields[index];
        const std::string place = pointer + "/fields/" + std::to_string(index);
        if (field.writing != Writing::checkboxes) {
            parts.push_back({field.box, "field \"" + field.id + "\"", place, &field});
        }
        for (std::size_t option = 0; option < field.options.size(); ++option) {
            parts.push_back({field.options[option].box,
                             "option \"" + field.options[option].id + "\" of field \"" + field.id + "\"",
                             place + "/options/" + std::to_string(option), &field});
        }
    }
    for (std::size_t one = 0; one < parts.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            if (overlap(parts[one].area, parts[other].area)) {
                note(parts[one].place, parts[one].name + " overlaps " + parts[other].name + " (line " +
                                           std::to_string(source_.lineOf(parts[other].place)) + ")");
            }
        }
    }
}

} // namespace

std::vector<Problem> checkMeaning(const TemplateSource& source)
{
    std::vector<Problem> problems = Checker(source).check();
    for (const std::vector<Problem>& more : {checkAnnexRules(source), checkOverprint(source)}) {
        problems.insert(problems.end(), more.begin(), more.end());
    }
    return problems;
}

} // namespace scanstraat::form
