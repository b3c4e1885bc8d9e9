// SPDX-License-Identifier: EUPL-1.2
#include "draft/FieldMaker.h"

#include "draft/ChoiceGroups.h"
#include "draft/KindRules.h"
#include "draft/LabelFinder.h"
#include "draft/MatrixFinder.h"
#include "draft/PrintedParts.h"
#include "draft/TextSigns.h"
#include "draft/WidgetMatch.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>

namespace scanstraat::draft {

namespace {

using form::Field;
using form::FieldKind;
using form::Writing;

bool isPicture(FieldKind kind)
{
    return kind == FieldKind::signature || kind == FieldKind::stamp || kind == FieldKind::photo;
}

/// A field that still has to get its id.
struct Entry
{
    Field field;
    std::string acroName;
};

class PageFields
{
public:
    PageFields(const PageFindings& found, const AnswerPlaces& places, const std::vector<Widget>& widgets)
        : found_(found), places_(places), widgets_(widgets), labels_(found, places)
    {
    }

    /// `single`: the checkboxes that stand in no matrix.
    std::vector<Entry> run(const std::vector<Matrix>& matrices, const std::vector<Checkbox>& single)
    {
        for (const Matrix& matrix : matrices) {
            for (const ChoiceGroup& row : matrix.rows) {
                addChoice(row, matrix.heads);
            }
        }
        for (const ChoiceGroup& group : groupChoices(single, labels_, found_)) {
            addChoice(group, {});
        }
        for (const Comb& comb : places_.combs) {
            addComb(comb);
        }
        for (const WritePlace& place : places_.places) {
            addPlace(place);
        }
        sortByRows();
        return std::move(entries_);
    }

    std::vector<std::string> undecided;

private:
    /// From top to bottom, fields beside each other from left to right.
    void sortByRows()
    {
        constexpr double kRowMm = 4.0;
        std::ranges::stable_sort(entries_, {}, [](const Entry& entry) { return entry.field.box.y; });
        for (auto row = entries_.begin(); row != entries_.end();) {
            const RectMm first = row->field.box;
            const auto end = std::find_if(row, entries_.end(), [&](const Entry& entry) {
                return entry.field.box.y - first.y > kRowMm || entry.field.box.centre().y > first.bottom();
            });
            const auto next = end == row ? row + 1 : end;
            std::stable_sort(row, next,
                             [](const Entry& a, const Entry& b) { return a.field.box.x < b.field.box.x; });
            row = next;
        }
    }

    [[nodiscard]] const Widget* widgetAt(const RectMm& area) const
    {
        const auto found = std::ranges::find_if(widgets_, [&](const Widget& widget) {
            constexpr double kSame = 0.5;
            return std::abs(widget.area.x - area.x) < kSame && std::abs(widget.area.y - area.y) < kSame &&
                   std::abs(widget.area.right() - area.right()) < kSame &&
                   std::abs(widget.area.bottom() - area.bottom()) < kSame;
        });
        return found == widgets_.end() ? nullptr : &*found;
    }

    /// Question, label and kind of everything but choices.
    Entry entryFor(const RectMm& box, const std::string& what)
    {
        Entry entry;
        const Label label = labels_.ofPlace(box);
        entry.field.question = label.question;
        entry.field.label = label.text;
        entry.field.box = box;
        entry.field.required = false;
        if (const Widget* widget = widgetAt(box)) {
            entry.acroName = widget->name;
            entry.field.label = widget->tooltip.empty() ? entry.field.label : widget->tooltip;
        }
        if (entry.field.label.empty()) {
            undecided.push_back(placeText(what, box) + ": no label found near it");
        }
        return entry;
    }

    void addComb(const Comb& comb)
    {
        Entry entry = entryFor(comb.box(), "comb");
        Field& field = entry.field;
        field.writing = Writing::comb;
        field.cells = comb.cells;
        field.groups = comb.groups.size() > 1 ? comb.groups : std::vector<int>();
        field.frameMm = comb.isFramed ? comb.lineMm : 0.0;
        const auto kind = kindFromLabel(field.label);
        const bool isDate = comb.groups == std::vector<int>{2, 2, 4};
        const bool isPostcode = comb.groups == std::vector<int>{4, 2};
        constexpr std::size_t kLongestNumber = 12;
        if (isDate || isPostcode) {
            field.kind = isDate ? FieldKind::date : FieldKind::postcode;
        } else if (kind && !isPicture(*kind)) {
            field.kind = *kind;
        } else {
            field.kind = comb.cells.size() > kLongestNumber ? FieldKind::freeText : FieldKind::number;
            undecided.push_back(placeText("comb", field.box) +
                                ": no word of its label tells the kind; taken for " + toString(field.kind));
        }
        entries_.push_back(std::move(entry));
    }

    void addPlace(const WritePlace& place)
    {
        Entry entry = entryFor(place.box, place.frameMm > 0 ? "box" : "line");
        Field& field = entry.field;
        const Widget* widget = widgetAt(place.box);
        field.frameMm = place.frameMm;
        field.kind = kindFromLabel(field.label).value_or(FieldKind::freeText);
        if (widget != nullptr && widget->type == WidgetType::signature) {
            field.kind = FieldKind::signature;
        }
        constexpr double kLargeMm = 15.0;
        const bool isLarge = place.lines.size() == 1 && place.lines.front().height >= kLargeMm;
        if (isLarge && !isPicture(field.kind) && (widget == nullptr || !widget->multiline)) {
            undecided.push_back(placeText("large box", place.box) +
                                ": text, signature, stamp or photo? taken for text on one line");
        }
        if (isPicture(field.kind)) {
            field.writing = Writing::region;
        } else {
            field.writing = Writing::lines;
            field.lines = place.lines;
        }
        entries_.push_back(std::move(entry));
    }

    /// `labels`: of the options, where they stand above columns; else empty.
    void addChoice(const ChoiceGroup& group, const std::vector<std::string>& labels)
    {
        Entry entry;
        Field& field = entry.field;
        field.kind = FieldKind::choice;
        field.writing = Writing::checkboxes;
        std::vector<RectMm> boxes;
        std::set<std::string> ids;
        for (const Checkbox& box : group) {
            const std::size_t column = boxes.size();
            boxes.push_back(box.outer);
            const std::string label = labels.empty() ? labels_.ofCheckbox(box) : labels[column];
            field.options.push_back(optionFor(box, label, ids, entry));
            field.frameMm = box.lineMm;
        }
        field.box = unite(boxes);
        labelChoice(group, field);
        field.multiple = group.size() == 1 || asksForSeveral(field.label);
        entries_.push_back(std::move(entry));
    }

    form::Option optionFor(const Checkbox& box, const std::string& label, std::set<std::string>& ids,
                           Entry& entry)
    {
        form::Option option;
        option.box = box.outer;
        option.shape = box.round ? form::BoxShape::round : form::BoxShape::square;
        option.label = label;
        std::string id = slug(option.label);
        if (const Widget* widget = widgetAt(box.outer)) {
            const bool isRadio = widget->type == WidgetType::radio;
            id = slug(isRadio && !widget->state.empty() ? widget->state : widget->name);
            entry.acroName = isRadio ? widget->name : entry.acroName;
        }
        if (option.label.empty()) {
            undecided.push_back(placeText("checkbox", box.outer) + ": no label found near it");
        }
        id = id.empty() ? "optie" : id;
        option.id = id;
        for (int i = 2; !ids.insert(option.id).second; ++i) {
            option.id = id + "-" + std::to_string(i);
        }
        return option;
    }

    void labelChoice(const ChoiceGroup& group, Field& field) const
    {
        Label label = labels_.ofPlace(group.front().outer);
        if (group.size() == 1 && label.text == field.options.front().label) {
            label.text.clear();
        }
        field.question = label.question;
        field.label = label.text.empty() ? field.options.front().label : label.text;
    }

    const PageFindings& found_;
    const AnswerPlaces& places_;
    const std::vector<Widget>& widgets_;
    LabelFinder labels_;
    std::vector<Entry> entries_;
};

} // namespace

std::string slug(const std::string& name)
{
    constexpr std::size_t kLongest = 40;
    std::string id;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) {
            id += static_cast<char>(std::tolower(byte));
        } else if (c == '_') {
            id += c;
        } else if (!id.empty() && id.back() != '-' && byte < 128) {
            id += '-';
        }
        if (id.size() >= kLongest) {
            break;
        }
    }
    while (!id.empty() && id.back() == '-') {
        id.pop_back();
    }
    return id;
}

std::string FieldMaker::idFor(const Field& field, int page, const std::string& acroName)
{
    std::string part = slug(acroName);
    part = part.empty() ? lowered(field.question) : part;
    std::ranges::replace_if(
        part, [](unsigned char c) { return std::isalnum(c) == 0 && c != '.' && c != '-' && c != '_'; }, '-');
    if (!part.empty()) {
        for (int i = 1;; ++i) {
            std::string id = formId_ + "." + part + (i == 1 ? "" : "." + std::to_string(i));
            if (ids_.insert(id).second) {
                return id;
            }
        }
    }
    for (int i = 1;; ++i) {
        std::string id = formId_ + "." + std::to_string(page) + "." + std::to_string(i);
        if (ids_.insert(id).second) {
            return id;
        }
    }
}

DraftPage FieldMaker::make(int number, const PageFindings& found, std::vector<Widget> widgets)
{
    AnswerPlaces places = sortPlaces(found);
    mergeWidgets(widgets, places);
    std::vector<Checkbox> single = places.checkboxes;
    const std::vector<Matrix> matrices = takeMatrices(found, single);
    removeCorners(matrices, places);
    PageFields fields(found, places, widgets);
    DraftPage draft;
    draft.page.number = number;
    for (Entry& entry : fields.run(matrices, single)) {
        entry.field.id = idFor(entry.field, number, entry.acroName);
        if (entry.field.label.empty()) {
            entry.field.label = "Veld " + entry.field.id.substr(formId_.size() + 1);
        }
        draft.page.fields.push_back(std::move(entry.field));
    }
    addPrintedParts(found, places, draft.page);
    draft.printedFrames = std::move(places.printedFrames);
    draft.undecided = std::move(places.undecided);
    draft.undecided.insert(draft.undecided.end(), fields.undecided.begin(), fields.undecided.end());
    return draft;
}

} // namespace scanstraat::draft
