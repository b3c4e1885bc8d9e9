// SPDX-License-Identifier: EUPL-1.2
#include "form/TemplateReader.h"

#include "form/ObjectReader.h"

namespace scanstraat::form {

namespace {

/// Reads one object after the other into the template; the pointer names the object being read.
class Reader
{
public:
    explicit Reader(TemplateSource& source) : source_(source), problems_(source.problems) {}

    void readForm(const JsonNode& node);

private:
    template <typename Element, typename Read>
    std::vector<Element> readList(const std::vector<JsonNode>& nodes, const std::string& pointer, Read read)
    {
        std::vector<Element> elements;
        for (std::size_t index = 0; index < nodes.size(); ++index) {
            const std::string place = pointer + "/" + std::to_string(index);
            source_.lines[place] = nodes[index].line;
            elements.push_back(read(nodes[index], place));
        }
        return elements;
    }

    std::vector<RectMm> readRectangles(const std::vector<JsonNode>& nodes, const std::string& what);
    RectMm readRectangle(const JsonNode* node, const std::string& what);
    Page readPage(const JsonNode& node, const std::string& pointer);
    void readFooter(ObjectReader& page, Page& result);
    AdjustmentField readAdjustmentField(const JsonNode& node);
    Barcode readBarcode(const JsonNode& node);
    Field readField(const JsonNode& node, const std::string& pointer);
    TableCell readTableCell(const JsonNode& node, const std::string& field);
    std::vector<int> readGroups(ObjectReader& field);
    std::vector<std::string> readValidators(ObjectReader& field);
    Option readOption(const JsonNode& node);
    AnnexRule readAnnexRule(const JsonNode& node);
    std::vector<std::string> readTexts(ObjectReader& object, const std::string& key, bool required);
    void readPrinted(ObjectReader& printed, Page& result, const std::string& pointer);
    PrintedText readText(const JsonNode& node);
    PrintedLine readLine(const JsonNode& node);
    PrintedBox readBox(const JsonNode& node);

    /// The value of an enumeration by its name; the first value after a problem.
    template <typename Value>
    Value readName(ObjectReader& object, const std::string& key,
                   std::optional<Value> (*from)(std::string_view), std::string (*names)())
    {
        const JsonNode* node = object.require(key, JsonNode::Type::text);
        if (node == nullptr) {
            return Value{};
        }
        const std::optional<Value> value = from(node->text);
        if (!value) {
            object.problem(node->line,
                           "has the unknown " + key + " \"" + node->text + "\"; known are " + names());
        }
        return value.value_or(Value{});
    }

    TemplateSource& source_;
    std::vector<Problem>& problems_;
};

void Reader::readForm(const JsonNode& node)
{
    ObjectReader object(node, "the template", problems_);
    if (node.type != JsonNode::Type::object) {
        return;
    }
    FormTemplate& form = source_.form;
    const std::string unit = object.text("unit");
    if (!unit.empty() && unit != "mm") {
        object.problem(object.line(), "has the unit \"" + unit + "\"; it must be \"mm\"");
    }
    form.id = object.text("id");
    form.title = object.text("title");
    form.edition = object.textOr("edition", "");
    form.version = object.text("version");
    form.opensApplication = object.flagOr("opensApplication", false);
    form.needless = object.flagOr("needless", false);
    form.annexes =
        readList<AnnexRule>(object.list("annexes", false), "/annexes",
                            [this](const JsonNode& n, const std::string&) { return readAnnexRule(n); });
    form.pages = readList<Page>(object.list("pages", true), "/pages",
                                [this](const JsonNode& n, const std::string& p) { return readPage(n, p); });
    object.finish();
}

AnnexRule Reader::readAnnexRule(const JsonNode& node)
{
    ObjectReader object(node, "an annex rule", problems_);
    AnnexRule rule;
    rule.anyOf = readTexts(object, "anyOf", true);
    rule.field = object.textOr("field", "");
    rule.options = readTexts(object, "options", false);
    rule.condition = object.textOr("condition", "");
    if (const JsonNode* age = object.find("fromAge")) {
        ObjectReader ageObject(*age, "\"fromAge\" of an annex rule", problems_);
        rule.fromAge = AgeCondition{ageObject.text("birthDate"), ageObject.integer("years")};
        ageObject.finish();
    }
    object.finish();
    return rule;
}

std::vector<std::string> Reader::readTexts(ObjectReader& object, const std::string& key, bool required)
{
    std::vector<std::string> texts;
    for (const JsonNode& node : object.list(key, required)) {
        if (node.type != JsonNode::Type::text || node.text.empty()) {
            object.problem(node.line, "has an item in \"" + key + "\" that is not an id");
            continue;
        }
        texts.push_back(node.text);
    }
    return texts;
}

Page Reader::readPage(const JsonNode& node, const std::string& pointer)
{
    ObjectReader object(node, "a page", problems_);
    Page page;
    page.number = object.integer("number");
    object.rename("page " + std::to_string(page.number));
    if (object.find("role") != nullptr) {
        page.role = readName<PageRole>(object, "role", &pageRoleFrom, &pageRoleNames);
    }
    readFooter(object, page);
    page.adjustmentFields = readList<AdjustmentField>(
        object.list("adjustmentFields", true), pointer + "/adjustmentFields",
        [this](const JsonNode& n, const std::string&) { return readAdjustmentField(n); });
    if (const JsonNode* barcode = object.find("barcode")) {
        source_.lines[pointer + "/barcode"] = barcode->line;
        page.barcode = readBarcode(*barcode);
    }
    page.fields =
        readList<Field>(object.list("fields", true), pointer + "/fields",
                        [this](const JsonNode& n, const std::string& p) { return readField(n, p); });
    if (const JsonNode* printed = object.require("printed", JsonNode::Type::object)) {
        ObjectReader printedObject(*printed, "\"printed\" of " + object.what(), problems_);
        readPrinted(printedObject, page, pointer + "/printed");
        printedObject.finish();
    }
    object.finish();
    return page;
}

void Reader::readFooter(ObjectReader& page, Page& result)
{
    const JsonNode* node = page.find("footer");
    if (node == nullptr) {
        return;
    }
    ObjectReader object(*node, "the footer of " + page.what(), problems_);
    result.footer = object.text("text");
    result.footerAt = object.point();
    result.footerPt = object.number("size");
    object.finish();
}

AdjustmentField Reader::readAdjustmentField(const JsonNode& node)
{
    ObjectReader object(node, "an adjustment field", problems_);
    AdjustmentField field;
    field.shape = readName<MarkShape>(object, "shape", &markShapeFrom, &markShapeNames);
    field.centre = object.point();
    field.sizeMm = object.number("size");
    field.lineMm = object.numberOr("line", field.lineMm);
    object.finish();
    return field;
}

Barcode Reader::readBarcode(const JsonNode& node)
{
    ObjectReader object(node, "the barcode", problems_);
    Barcode barcode;
    barcode.symbology = readName<Symbology>(object, "symbology", &symbologyFrom, &symbologyNames);
    barcode.payload = object.text("payload");
    barcode.zone = readRectangle(object.require("zone", JsonNode::Type::object), "the barcode's zone");
    object.finish();
    return barcode;
}

RectMm Reader::readRectangle(const JsonNode* node, const std::string& what)
{
    if (node == nullptr) {
        return {};
    }
    ObjectReader object(*node, what, problems_);
    const RectMm rectangle = object.rectangle();
    object.finish();
    return rectangle;
}

std::vector<RectMm> Reader::readRectangles(const std::vector<JsonNode>& nodes, const std::string& what)
{
    std::vector<RectMm> rectangles;
    rectangles.reserve(nodes.size());
    for (const JsonNode& node : nodes) {
        rectangles.push_back(readRectangle(&node, what));
    }
    return rectangles;
}

Field Reader::readField(const JsonNode& node, const std::string& pointer)
{
    ObjectReader object(node, "a field", problems_);
    Field field;
    field.id = object.text("id");
    object.rename("field \"" + field.id + "\"");
    field.question = object.text("question");
    field.label = object.text("label");
    field.kind = readName<FieldKind>(object, "kind", &fieldKindFrom, &fieldKindNames);
    field.writing = readName<Writing>(object, "writing", &writingFrom, &writingNames);
    field.required = object.flag("required");
    field.multiple = object.flagOr("multiple", false);
    field.firstCounts = object.flagOr("firstCounts", false);
    field.group = object.textOr("group", "");
    if (const JsonNode* cell = object.find("table")) {
        field.cell = readTableCell(*cell, object.what());
    }
    field.validators = readValidators(object);
    field.frameMm = object.numberOr("frame", field.frameMm);
    field.box = readRectangle(object.require("box", JsonNode::Type::object), "the box of " + object.what());
    field.groups = readGroups(object);
    field.cells =
        readRectangles(object.list("cells", field.writing == Writing::comb), "a cell of " + object.what());
    field.lines =
        readRectangles(object.list("lines", field.writing == Writing::lines), "a line of " + object.what());
    field.options =
        readList<Option>(object.list("options", field.writing == Writing::checkboxes), pointer + "/options",
                         [this](const JsonNode& n, const std::string&) { return readOption(n); });
    object.finish();
    return field;
}

std::vector<std::string> Reader::readValidators(ObjectReader& field)
{
    const auto names = [](const std::string& text, std::string_view prefix) {
        return text.starts_with(prefix) && text.size() > prefix.size();
    };
    std::vector<std::string> validators;
    for (const JsonNode& node : field.list("validators", false)) {
        const bool known = node.text == "birth-date" || node.text == "signing-date" ||
                           node.text == "other-person" || names(node.text, "not-before:") ||
                           names(node.text, "same-as:");
        if (node.type != JsonNode::Type::text || !known) {
            field.problem(node.line,
                          "has the unknown validator \"" + node.text +
                              "\"; known are birth-date, signing-date, other-person, not-before:FIELD, "
                              "same-as:FIELD");
            continue;
        }
        validators.push_back(node.text);
    }
    return validators;
}

TableCell Reader::readTableCell(const JsonNode& node, const std::string& field)
{
    ObjectReader object(node, "the place in a table of " + field, problems_);
    TableCell cell{object.text("id"), object.text("row"), object.text("column")};
    object.finish();
    return cell;
}

std::vector<int> Reader::readGroups(ObjectReader& field)
{
    std::vector<int> groups;
    for (const JsonNode& node : field.list("groups", false)) {
        if (node.type != JsonNode::Type::number || node.number < 1) {
            field.problem(node.line, "has a group that is not a number of cells");
            continue;
        }
        groups.push_back(static_cast<int>(node.number));
    }
    return groups;
}

Option Reader::readOption(const JsonNode& node)
{
    ObjectReader object(node, "an option", problems_);
    Option option;
    option.id = object.text("id");
    object.rename("option \"" + option.id + "\"");
    option.label = object.text("label");
    if (object.find("shape") != nullptr) {
        option.shape = readName<BoxShape>(object, "shape", &boxShapeFrom, &boxShapeNames);
    }
    option.box = readRectangle(object.require("box", JsonNode::Type::object), "the box of " + object.what());
    object.finish();
    return option;
}

void Reader::readPrinted(ObjectReader& printed, Page& result, const std::string& pointer)
{
    result.texts =
        readList<PrintedText>(printed.list("texts", true), pointer + "/texts",
                              [this](const JsonNode& n, const std::string&) { return readText(n); });
    for (const JsonNode& node : printed.list("lines", true)) {
        result.printedLines.push_back(readLine(node));
    }
    for (const JsonNode& node : printed.list("boxes", true)) {
        result.printedBoxes.push_back(readBox(node));
    }
}

PrintedText Reader::readText(const JsonNode& node)
{
    ObjectReader object(node, "a printed text", problems_);
    PrintedText text;
    text.text = object.text("text");
    text.at = object.point();
    text.widthMm = object.number("width");
    text.sizePt = object.number("size");
    text.bold = object.flagOr("bold", false);
    text.white = object.flagOr("white", false);
    object.finish();
    return text;
}

PrintedLine Reader::readLine(const JsonNode& node)
{
    ObjectReader object(node, "a printed line", problems_);
    PrintedLine line;
    line.from = {object.number("x1"), object.number("y1")};
    line.to = {object.number("x2"), object.number("y2")};
    line.widthMm = object.number("line");
    object.finish();
    return line;
}

PrintedBox Reader::readBox(const JsonNode& node)
{
    ObjectReader object(node, "a printed box", problems_);
    PrintedBox box;
    box.area = object.rectangle();
    box.lineMm = object.numberOr("line", 0.0);
    if (object.find("grey") != nullptr) {
        box.grey = object.number("grey");
    }
    object.finish();
    return box;
}

} // namespace

int TemplateSource::lineOf(const std::string& pointer) const
{
    const auto found = lines.find(pointer);
    return found == lines.end() ? 1 : found->second;
}

TemplateSource readTemplate(std::string_view document)
{
    TemplateSource source;
    const Result<JsonNode, Problem> root = parseJson(document);
    if (!root) {
        source.isJson = false;
        source.problems.push_back(root.error());
        return source;
    }
    Reader(source).readForm(*root);
    return source;
}

} // namespace scanstraat::form
