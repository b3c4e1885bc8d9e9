// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace scanstraat::print {

/// One checkbox of an outline's choice, or text between two of them (then `id` is empty).
struct OutlineOption
{
    std::string id;
    std::string label;
    std::vector<std::string> text; ///< paragraphs below the label; the text itself where there is no box
};

/// One place to write: becomes a field.
struct OutlineAnswer
{
    int line = 1;        ///< in the outline's file
    std::string part;    ///< last part of the field's id; empty: the question's id is the field's
    std::string caption; ///< printed above
    std::string lead;    ///< printed to the left: "van", "€"
    std::string name;    ///< said in the label and printed nowhere
    form::FieldKind kind = form::FieldKind::freeText;
    form::Writing writing = form::Writing::lines;
    std::vector<int> comb;              ///< cells per group
    int lines = 1;                      ///< writing lines, one below the other
    std::optional<double> width;        ///< of lines and regions, in millimetres
    double height = 0.0;                ///< of a region, in millimetres
    std::vector<OutlineOption> options; ///< checkboxes
    bool inlineOptions = false;         ///< options side by side
    bool optional = false;
    bool multiple = false;
    bool firstCounts = false;
    std::string group;
    bool beside = false; ///< in one row with the answer before it
    bool bare = false;   ///< options without their labels
    std::optional<form::TableCell> cell;
    std::vector<std::string> validators; ///< as in form::Field
    std::vector<std::string> text;       ///< paragraphs below
};

/// A numbered question with its answers; `wide`: the question takes the width and the answer stands at the
/// right.
struct OutlineQuestion
{
    std::string number;
    std::string label;
    bool unnumbered = false; ///< the number is not printed
    bool wide = false;       ///< the label takes the width and the answer stands at the right
    bool below = false;      ///< the label takes the width and the answers stand below it
    std::vector<OutlineAnswer> answers;
    std::vector<std::string> text; ///< paragraphs in the answer's column
};

/// Answers in rows and columns: every row has the same ones.
struct OutlineTable
{
    struct Row
    {
        std::string part;
        std::string label;
    };

    std::string id;           ///< the question of its fields, and the table's id
    std::string heading;      ///< above the rows' labels
    double labelWidth = 30.0; ///< millimetres
    std::vector<Row> rows;
    std::vector<OutlineAnswer> columns; ///< `caption` stands in the header; the last may leave out `width`
};

/// One thing below another on the page.
struct OutlineBlock
{
    enum class Type { title, text, section, question, choice, table, space, sample };

    Type type = Type::text;
    int line = 1;                  ///< in the outline's file
    std::string number;            ///< section
    std::string heading;           ///< title, section
    std::string hint;              ///< section: at the right of its band
    std::vector<std::string> text; ///< text
    OutlineQuestion question;      ///< question; choice: one answer over the whole width
    OutlineTable table;            ///< table
    double space = 0.0;            ///< millimetres
};

struct OutlinePage
{
    int number = 1;
    form::PageRole role = form::PageRole::content;
    bool barcode = false;
    std::vector<OutlineBlock> blocks;
};

/// What stands at the foot of every page: page, form and edition, the page alone, or nothing. Only the first
/// tells one form from another.
enum class OutlineFooter { form, page, none };

/// What a form asks, without places: templates/FORM/outline.yaml. A paragraph that starts with "- " is an
/// item of a list, one that starts with "! " is printed bold.
struct Outline
{
    std::string id;
    std::string title;
    std::string edition; ///< empty where the paper names none
    std::string version;
    OutlineFooter footer = OutlineFooter::form;
    bool opensApplication = false;
    bool needless = false;
    std::vector<form::AnnexRule> annexes;
    std::vector<OutlinePage> pages;
};

/// Throws scanstraat::Error with ExitCode::installation and a message `file:line: what is wrong`.
[[nodiscard]] Outline readOutline(const std::filesystem::path& file);

} // namespace scanstraat::print
