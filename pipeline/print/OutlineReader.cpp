// SPDX-License-Identifier: EUPL-1.2
#include "print/Outline.h"

#include "base/Error.h"

#include <yaml-cpp/yaml.h>

#include <set>

namespace scanstraat::print {

namespace {

using namespace form;

class OutlineReader
{
public:
    explicit OutlineReader(std::filesystem::path file) : file_(std::move(file)) {}

    Outline read();

private:
    [[noreturn]] void fail(const YAML::Mark& mark, const std::string& message) const
    {
        throw Error(file_.string() + ":" + std::to_string(mark.line + 1) + ": " + message,
                    ExitCode::installation);
    }
    [[noreturn]] void fail(const YAML::Node& node, const std::string& message) const
    {
        fail(node.Mark(), message);
    }

    /// Only these keys may stand in the map.
    void allow(const YAML::Node& map, const std::set<std::string>& keys) const;
    template <typename Value>
    Value get(const YAML::Node& map, const char* key) const;
    template <typename Value>
    Value getOr(const YAML::Node& map, const char* key, const Value& fallback) const;
    [[nodiscard]] std::vector<std::string> paragraphs(const YAML::Node& node) const;

    AnnexRule readAnnexRule(const YAML::Node& node) const;
    OutlinePage readPage(const YAML::Node& node) const;
    OutlineBlock readBlock(const YAML::Node& node) const;
    OutlineQuestion readQuestion(const YAML::Node& node) const;
    OutlineQuestion readChoice(const YAML::Node& node) const;
    OutlineTable readTable(const YAML::Node& node) const;
    OutlineFooter readFooter(const YAML::Node& node) const;
    OutlineAnswer readAnswer(const YAML::Node& node) const;
    void readWriting(const YAML::Node& node, OutlineAnswer& answer) const;
    std::vector<OutlineOption> readOptions(const YAML::Node& node) const;

    std::filesystem::path file_;
};

void OutlineReader::allow(const YAML::Node& map, const std::set<std::string>& keys) const
{
    if (!map.IsMap()) {
        fail(map, "a map is expected here");
    }
    for (const auto& entry : map) {
        if (!keys.contains(entry.first.Scalar())) {
            fail(entry.first, "unknown key \"" + entry.first.Scalar() + "\"");
        }
    }
}

template <typename Value>
Value OutlineReader::get(const YAML::Node& map, const char* key) const
{
    const YAML::Node value = map[key];
    if (!value) {
        fail(map, std::string("the key \"") + key + "\" is missing");
    }
    try {
        return value.as<Value>();
    } catch (const YAML::Exception&) {
        fail(value, std::string("\"") + key + "\" has a value of the wrong type");
    }
}

template <typename Value>
Value OutlineReader::getOr(const YAML::Node& map, const char* key, const Value& fallback) const
{
    return map[key] ? get<Value>(map, key) : fallback;
}

std::vector<std::string> OutlineReader::paragraphs(const YAML::Node& node) const
{
    if (!node) {
        return {};
    }
    if (node.IsScalar()) {
        return {node.Scalar()};
    }
    std::vector<std::string> result;
    for (const YAML::Node& item : node) {
        if (!item.IsScalar()) {
            fail(item, "a paragraph is a text");
        }
        result.push_back(item.Scalar());
    }
    return result;
}

Outline OutlineReader::read()
{
    const YAML::Node root = YAML::LoadFile(file_.string());
    allow(root, {"id", "title", "edition", "version", "footer", "opensApplication", "needless", "annexes",
                 "pages"});
    Outline outline;
    outline.id = get<std::string>(root, "id");
    outline.title = get<std::string>(root, "title");
    outline.edition = getOr<std::string>(root, "edition", "");
    outline.version = get<std::string>(root, "version");
    outline.footer = readFooter(root);
    outline.opensApplication = getOr(root, "opensApplication", false);
    outline.needless = getOr(root, "needless", false);
    for (const YAML::Node& rule : root["annexes"]) {
        outline.annexes.push_back(readAnnexRule(rule));
    }
    for (const YAML::Node& page : root["pages"]) {
        outline.pages.push_back(readPage(page));
    }
    return outline;
}

OutlineFooter OutlineReader::readFooter(const YAML::Node& node) const
{
    const std::string name = getOr<std::string>(node, "footer", "form");
    if (name != "form" && name != "page" && name != "none") {
        fail(node["footer"], "unknown footer \"" + name + "\"; known are form, page, none");
    }
    if (name == "form" && !node["edition"]) {
        fail(node, "a form without an edition has no footer of its own; say footer: page or footer: none");
    }
    return name == "form" ? OutlineFooter::form : name == "page" ? OutlineFooter::page : OutlineFooter::none;
}

AnnexRule OutlineReader::readAnnexRule(const YAML::Node& node) const
{
    allow(node, {"anyOf", "field", "options", "fromAge", "condition"});
    AnnexRule rule;
    rule.anyOf = get<std::vector<std::string>>(node, "anyOf");
    rule.field = getOr<std::string>(node, "field", "");
    rule.options = getOr<std::vector<std::string>>(node, "options", {});
    rule.condition = getOr<std::string>(node, "condition", "");
    if (const YAML::Node age = node["fromAge"]) {
        allow(age, {"birthDate", "years"});
        rule.fromAge = AgeCondition{get<std::string>(age, "birthDate"), get<int>(age, "years")};
    }
    return rule;
}

OutlinePage OutlineReader::readPage(const YAML::Node& node) const
{
    allow(node, {"number", "role", "barcode", "blocks"});
    OutlinePage page;
    page.number = get<int>(node, "number");
    const auto role = pageRoleFrom(getOr<std::string>(node, "role", toString(page.role)));
    if (!role) {
        fail(node["role"], "unknown role; known are " + pageRoleNames());
    }
    page.role = *role;
    page.barcode = getOr(node, "barcode", false);
    for (const YAML::Node& block : node["blocks"]) {
        page.blocks.push_back(readBlock(block));
        page.blocks.back().line = block.Mark().line + 1;
    }
    return page;
}

OutlineBlock OutlineReader::readBlock(const YAML::Node& node) const
{
    OutlineBlock block;
    if (node["title"]) {
        allow(node, {"title"});
        block.type = OutlineBlock::Type::title;
        block.heading = get<std::string>(node, "title");
    } else if (node["section"]) {
        allow(node, {"section", "number", "hint"});
        block.type = OutlineBlock::Type::section;
        block.heading = get<std::string>(node, "section");
        block.number = getOr<std::string>(node, "number", "");
        block.hint = getOr<std::string>(node, "hint", "");
    } else if (node["question"]) {
        block.type = OutlineBlock::Type::question;
        block.question = readQuestion(node);
    } else if (node["choice"]) {
        block.type = OutlineBlock::Type::choice;
        block.question = readChoice(node);
    } else if (node["table"]) {
        block.type = OutlineBlock::Type::table;
        block.table = readTable(node);
    } else if (node["space"]) {
        allow(node, {"space"});
        block.type = OutlineBlock::Type::space;
        block.space = get<double>(node, "space");
    } else if (node["sample"]) {
        allow(node, {"sample"});
        block.type = OutlineBlock::Type::sample;
        block.text = paragraphs(node["sample"]);
    } else {
        allow(node, {"text"});
        block.text = paragraphs(node["text"]);
    }
    return block;
}

OutlineQuestion OutlineReader::readQuestion(const YAML::Node& node) const
{
    allow(node, {"question", "label", "unnumbered", "wide", "below", "answers", "text"});
    OutlineQuestion question;
    question.number = get<std::string>(node, "question");
    question.label = get<std::string>(node, "label");
    question.unnumbered = getOr(node, "unnumbered", false);
    question.wide = getOr(node, "wide", false);
    question.below = getOr(node, "below", false);
    for (const YAML::Node& answer : node["answers"]) {
        question.answers.push_back(readAnswer(answer));
    }
    question.text = paragraphs(node["text"]);
    return question;
}

OutlineQuestion OutlineReader::readChoice(const YAML::Node& node) const
{
    allow(node, {"choice", "part", "label", "group", "firstCounts", "multiple", "optional", "options"});
    OutlineQuestion question;
    question.number = get<std::string>(node, "choice");
    question.label = get<std::string>(node, "label");
    OutlineAnswer answer;
    answer.line = node.Mark().line + 1;
    answer.part = getOr<std::string>(node, "part", "");
    answer.kind = FieldKind::choice;
    answer.writing = Writing::checkboxes;
    answer.group = getOr<std::string>(node, "group", "");
    answer.firstCounts = getOr(node, "firstCounts", false);
    answer.multiple = getOr(node, "multiple", false);
    answer.optional = getOr(node, "optional", false);
    answer.options = readOptions(node["options"]);
    question.answers.push_back(std::move(answer));
    return question;
}

OutlineTable OutlineReader::readTable(const YAML::Node& node) const
{
    allow(node, {"table", "heading", "labelWidth", "rows", "columns"});
    OutlineTable table;
    table.id = get<std::string>(node, "table");
    table.heading = getOr<std::string>(node, "heading", "");
    table.labelWidth = getOr(node, "labelWidth", table.labelWidth);
    for (const YAML::Node& row : node["rows"]) {
        allow(row, {"part", "label"});
        table.rows.push_back({get<std::string>(row, "part"), get<std::string>(row, "label")});
    }
    for (const YAML::Node& column : node["columns"]) {
        table.columns.push_back(readAnswer(column));
        if (table.columns.back().part.empty() || table.columns.back().caption.empty()) {
            fail(column, "a column needs a part and a caption");
        }
    }
    if (table.rows.empty() || table.columns.empty()) {
        fail(node, "a table needs rows and columns");
    }
    return table;
}

OutlineAnswer OutlineReader::readAnswer(const YAML::Node& node) const
{
    allow(node,
          {"part", "caption", "lead", "name", "kind", "comb", "lines", "width", "region", "options", "inline",
           "optional", "multiple", "firstCounts", "text", "validators", "beside", "bare", "table"});
    OutlineAnswer answer;
    answer.line = node.Mark().line + 1;
    answer.part = getOr<std::string>(node, "part", "");
    answer.caption = getOr<std::string>(node, "caption", "");
    answer.lead = getOr<std::string>(node, "lead", "");
    answer.name = getOr<std::string>(node, "name", "");
    answer.optional = getOr(node, "optional", false);
    answer.multiple = getOr(node, "multiple", false);
    answer.firstCounts = getOr(node, "firstCounts", false);
    answer.inlineOptions = getOr(node, "inline", false);
    answer.beside = getOr(node, "beside", false);
    answer.bare = getOr(node, "bare", false);
    if (const YAML::Node cell = node["table"]) {
        allow(cell, {"id", "row", "column"});
        answer.cell = TableCell{get<std::string>(cell, "id"), get<std::string>(cell, "row"),
                                get<std::string>(cell, "column")};
    }
    answer.text = paragraphs(node["text"]);
    answer.validators = paragraphs(node["validators"]);
    const std::string kind = get<std::string>(node, "kind");
    const std::optional<FieldKind> known = fieldKindFrom(kind);
    if (!known) {
        fail(node["kind"], "unknown kind \"" + kind + "\"; known are " + fieldKindNames());
    }
    answer.kind = *known;
    readWriting(node, answer);
    return answer;
}

void OutlineReader::readWriting(const YAML::Node& node, OutlineAnswer& answer) const
{
    if (node["width"]) {
        answer.width = get<double>(node, "width");
    }
    if (node["comb"]) {
        answer.writing = Writing::comb;
        answer.comb = get<std::vector<int>>(node, "comb");
    } else if (node["options"]) {
        answer.writing = Writing::checkboxes;
        answer.options = readOptions(node["options"]);
    } else if (node["region"]) {
        answer.writing = Writing::region;
        const auto size = get<std::vector<double>>(node, "region");
        if (size.size() != 2) {
            fail(node["region"], "a region is [width, height] in millimetres");
        }
        answer.width = size[0];
        answer.height = size[1];
    } else {
        answer.writing = Writing::lines;
        answer.lines = getOr(node, "lines", 1);
    }
}

std::vector<OutlineOption> OutlineReader::readOptions(const YAML::Node& node) const
{
    std::vector<OutlineOption> options;
    for (const YAML::Node& item : node) {
        allow(item, {"id", "label", "text"});
        OutlineOption option;
        option.id = getOr<std::string>(item, "id", "");
        option.label = option.id.empty() ? "" : get<std::string>(item, "label");
        option.text = paragraphs(item["text"]);
        options.push_back(std::move(option));
    }
    return options;
}

} // namespace

Outline readOutline(const std::filesystem::path& file)
{
    try {
        return OutlineReader(file).read();
    } catch (const YAML::BadFile&) {
        throw Error(file.string() + ":1: cannot be opened", ExitCode::installation);
    } catch (const YAML::Exception& error) {
        throw Error(file.string() + ":" + std::to_string(error.mark.line + 1) + ": " + error.msg,
                    ExitCode::installation);
    }
}

} // namespace scanstraat::print
