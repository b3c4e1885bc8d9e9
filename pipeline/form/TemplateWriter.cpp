// SPDX-License-Identifier: EUPL-1.2
//
// One object a line where it fits: a rectangle, an option or a printed text reads as one thing, and a changed
// field is a small difference between two versions.
#include "form/TemplateLoader.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace scanstraat::form {

namespace {

using Json = nlohmann::ordered_json;

/// Longest text that stays on one line; longer ones are broken at their members.
constexpr std::size_t kLineLength = 160;

Json json(const RectMm& r)
{
    return {{"x", r.x}, {"y", r.y}, {"width", r.width}, {"height", r.height}};
}

Json json(const AdjustmentField& field)
{
    Json object{{"shape", toString(field.shape)},
                {"x", field.centre.x},
                {"y", field.centre.y},
                {"size", field.sizeMm}};
    if (field.shape != MarkShape::filledSquare && field.shape != MarkShape::dot) {
        object["line"] = field.lineMm;
    }
    return object;
}

Json json(const Barcode& barcode)
{
    return {{"symbology", toString(barcode.symbology)},
            {"payload", barcode.payload},
            {"zone", json(barcode.zone)}};
}

Json json(const Option& option)
{
    Json object{{"id", option.id}, {"label", option.label}};
    if (option.shape != BoxShape::square) {
        object["shape"] = toString(option.shape);
    }
    object["box"] = json(option.box);
    return object;
}

Json json(const PrintedText& text)
{
    Json object{{"text", text.text},
                {"x", text.at.x},
                {"y", text.at.y},
                {"width", text.widthMm},
                {"size", text.sizePt}};
    if (text.bold) {
        object["bold"] = true;
    }
    if (text.white) {
        object["white"] = true;
    }
    return object;
}

Json json(const PrintedLine& line)
{
    return {{"x1", line.from.x},
            {"y1", line.from.y},
            {"x2", line.to.x},
            {"y2", line.to.y},
            {"line", line.widthMm}};
}

Json json(const PrintedBox& box)
{
    Json object = json(box.area);
    if (box.lineMm > 0) {
        object["line"] = box.lineMm;
    }
    if (box.grey) {
        object["grey"] = *box.grey;
    }
    return object;
}

Json json(const AnnexRule& rule)
{
    Json object{{"anyOf", rule.anyOf}};
    if (!rule.field.empty()) {
        object["field"] = rule.field;
    }
    if (!rule.options.empty()) {
        object["options"] = rule.options;
    }
    if (rule.fromAge) {
        object["fromAge"] = {{"birthDate", rule.fromAge->birthDate}, {"years", rule.fromAge->years}};
    }
    if (!rule.condition.empty()) {
        object["condition"] = rule.condition;
    }
    return object;
}

Json json(const Field& field);
Json json(const Page& page);

template <typename Element>
Json list(const std::vector<Element>& elements)
{
    Json array = Json::array();
    for (const Element& element : elements) {
        array.push_back(json(element));
    }
    return array;
}

Json json(const Field& field)
{
    Json object{{"id", field.id},
                {"question", field.question},
                {"label", field.label},
                {"kind", toString(field.kind)},
                {"writing", toString(field.writing)},
                {"required", field.required}};
    if (field.kind == FieldKind::choice) {
        object["multiple"] = field.multiple;
        object["firstCounts"] = field.firstCounts;
    }
    if (!field.group.empty()) {
        object["group"] = field.group;
    }
    if (field.cell) {
        object["table"] = {
            {"id", field.cell->table}, {"row", field.cell->row}, {"column", field.cell->column}};
    }
    if (!field.validators.empty()) {
        object["validators"] = field.validators;
    }
    object["frame"] = field.frameMm;
    object["box"] = json(field.box);
    if (!field.groups.empty()) {
        object["groups"] = field.groups;
    }
    if (field.writing == Writing::comb) {
        object["cells"] = list(field.cells);
    }
    if (field.writing == Writing::lines) {
        object["lines"] = list(field.lines);
    }
    if (field.writing == Writing::checkboxes) {
        object["options"] = list(field.options);
    }
    return object;
}

Json json(const Page& page)
{
    Json object{{"number", page.number}};
    if (page.role != PageRole::content) {
        object["role"] = toString(page.role);
    }
    if (!page.footer.empty()) {
        object["footer"] = {
            {"text", page.footer}, {"x", page.footerAt.x}, {"y", page.footerAt.y}, {"size", page.footerPt}};
    }
    object["adjustmentFields"] = list(page.adjustmentFields);
    if (page.barcode) {
        object["barcode"] = json(*page.barcode);
    }
    object["fields"] = list(page.fields);
    object["printed"] = {
        {"texts", list(page.texts)}, {"lines", list(page.printedLines)}, {"boxes", list(page.printedBoxes)}};
    return object;
}

void write(const Json& value, std::size_t indent, std::string& out)
{
    const std::string flat = value.dump();
    const bool nested =
        value.is_structured() && !value.empty() &&
        std::any_of(value.begin(), value.end(), [](const Json& v) { return v.is_structured(); });
    const bool holdsLists = value.is_object() && std::any_of(value.begin(), value.end(),
                                                             [](const Json& v) { return v.is_array(); });
    if (!value.is_structured() || value.empty() || !nested ||
        (value.is_object() && !holdsLists && flat.size() <= kLineLength)) {
        out += flat;
        return;
    }
    const std::string margin(indent + 2, ' ');
    out += value.is_object() ? "{\n" : "[\n";
    bool first = true;
    for (const auto& [key, member] : value.items()) {
        out += first ? "" : ",\n";
        out += margin + (value.is_object() ? Json(key).dump() + ": " : "");
        write(member, indent + 2, out);
        first = false;
    }
    out += '\n';
    out.append(indent, ' ');
    out += value.is_object() ? '}' : ']';
}

} // namespace

std::string toJson(const FormTemplate& form)
{
    Json object{{"unit", "mm"},
                {"id", form.id},
                {"title", form.title},
                {"edition", form.edition},
                {"version", form.version},
                {"opensApplication", form.opensApplication}};
    if (form.edition.empty()) {
        object.erase("edition");
    }
    if (form.needless) {
        object["needless"] = true;
    }
    if (!form.annexes.empty()) {
        object["annexes"] = list(form.annexes);
    }
    object["pages"] = list(form.pages);
    std::string text;
    write(object, 0, text);
    return text + "\n";
}

} // namespace scanstraat::form
