// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::form {

/// Printed shape of an adjustment field (paskruis).
enum class MarkShape { filledSquare, bracket, dot, ring, cross };

struct AdjustmentField
{
    MarkShape shape = MarkShape::filledSquare;
    PointMm centre;      ///< centre of the mark's bounding box
    double sizeMm = 5.0; ///< side or diameter of the bounding box
    double lineMm = 1.0; ///< stroke width of bracket, ring and cross
};

enum class Symbology { code39, code128, interleaved2of5, qr, dataMatrix };

struct Barcode
{
    RectMm zone; ///< the bars or modules, without quiet zone and without the human-readable line
    Symbology symbology = Symbology::code39;
    std::string payload; ///< without start and stop character: "7112"
};

/// What a field means; decides alphabet, normal form and validators.
enum class FieldKind {
    vNumber,
    bsn,
    rsin,
    kvk,
    becon,
    date,
    postcode,
    phone,
    email,
    money,
    number,
    country,
    nationality,
    name,
    street,
    houseNumber,
    place,
    freeText,
    choice,
    signature,
    stamp,
    photo
};

/// How a field is written on paper.
enum class Writing { comb, lines, checkboxes, region };

enum class BoxShape { square, round };

/// One checkbox of a choice field.
struct Option
{
    std::string id;    ///< unique within the field: "man"; also the value in the record
    std::string label; ///< Dutch label
    RectMm box;        ///< outer edge of the printed frame
    BoxShape shape = BoxShape::square;
};

/// Where a field stands in a table of the form; rows and columns of a table come in the order of its fields.
struct TableCell
{
    std::string table;  ///< id of the table, unique in the form: "weekindeling"
    std::string row;    ///< "maandag"
    std::string column; ///< "kinderen"
};

struct Field
{
    std::string id;       ///< "6009.1.5"; unique in the form; starts with the form's id
    std::string question; ///< "1.5"
    std::string label;    ///< Dutch label
    FieldKind kind = FieldKind::freeText;
    Writing writing = Writing::lines;
    RectMm box;                  ///< all of the answer: cells, lines or boxes
    std::vector<RectMm> cells;   ///< comb: one rectangle a character, left to right
    std::vector<int> groups;     ///< comb: cells per group, a date is {2, 2, 4}; sums to cells.size()
    std::vector<RectMm> lines;   ///< lines: one rectangle a writing line, top to bottom
    std::vector<Option> options; ///< checkboxes
    std::string group; ///< choice over several pages: id that its parts share ("6009.2"); else empty
    std::optional<TableCell> cell; ///< none: the field stands in no table
    bool required = false;
    bool multiple = false;    ///< choice: any of; otherwise one of
    bool firstCounts = false; ///< choice: of several crossed, the first is judged (section 2 of 6009)
    double frameMm = 0.25;    ///< width of the printed frame's lines
    /// Rules beside those of the kind: "birth-date" (not in the future, not before 1900), "signing-date"
    /// (not after the scan), "not-before:<field id>", "other-person" (not the applicant's own number or
    /// name), "same-as:<field id>" (the same fact as on another form or page; "a+b": as both one after the
    /// other).
    std::vector<std::string> validators;
};

/// A run of printed text; `at` is the left end of the baseline.
struct PrintedText
{
    PointMm at;
    double sizePt = 9.0;
    bool bold = false;
    std::string text;
    double widthMm = 0.0; ///< advance width as laid out by the composer
    bool white = false;   ///< printed white on a filled box
};

struct PrintedLine
{
    PointMm from;
    PointMm to;
    double widthMm = 0.25;
};

/// A printed rectangle; `grey` is its fill (0 black .. 1 white, none: not filled).
struct PrintedBox
{
    RectMm area;
    double lineMm = 0.0; ///< 0: no outline
    std::optional<double> grey;
};

/// What a page is for. `content`: it asks or explains; `cover`: the form's front, which says whose form it is
/// and asks nothing.
enum class PageRole { content, cover };

struct Page
{
    int number = 1; ///< as printed in the footer
    PageRole role = PageRole::content;
    std::string footer; ///< "10   6009-2025/1"; empty: none
    PointMm footerAt;   ///< left end of the footer's baseline
    double footerPt = 8.0;
    std::vector<AdjustmentField> adjustmentFields;
    std::optional<Barcode> barcode;
    std::vector<PrintedText> texts;
    std::vector<PrintedLine> printedLines;
    std::vector<PrintedBox> printedBoxes;
    std::vector<Field> fields;
};

/// An age on the day of the scan, reached or passed.
struct AgeCondition
{
    std::string birthDate; ///< id of a date field
    int years = 0;
};

/// An annex that must come along with a form. What is given below `anyOf` must all hold; nothing given:
/// always.
struct AnnexRule
{
    std::vector<std::string> anyOf; ///< form ids, also of forms without a template; one of them is enough
    std::string field; ///< only when this choice field, or this group of them, has one of `options`
    std::vector<std::string> options;    ///< option ids; empty: any answer
    std::optional<AgeCondition> fromAge; ///< only for applicants of that age
    std::string condition; ///< Dutch, "als ...": what the form does not ask, so that people must decide
};

/// One form as it is printed: the only source of its geometry. Millimetres from the top left of A4.
struct FormTemplate
{
    std::string id;                ///< "6009"
    std::string title;             ///< Dutch title
    std::string edition;           ///< "2025/1"; empty where the paper names none
    std::string version;           ///< of this template file, "1"
    bool opensApplication = false; ///< its first page starts a new application in a stream of scans
    bool needless = false;         ///< says itself that it must not be sent along: recognised, never read
    std::vector<Page> pages;
    std::vector<AnnexRule> annexes; ///< what must be in the same application
};

/// Index of the page with that printed number; none if there is no such page.
[[nodiscard]] std::optional<std::size_t> pageIndex(const FormTemplate& form, int number);

/// The field with that id; nullptr if there is none.
[[nodiscard]] const Field* findField(const FormTemplate& form, const std::string& id);

/// The field with that id, or the fields of the group with that id, in the order of the pages.
[[nodiscard]] std::vector<const Field*> fieldsNamed(const FormTemplate& form,
                                                    const std::string& fieldOrGroup);

/// Characters that cell `index` (from 0) of a comb of `kind` may hold, as a string of ASCII
/// characters: digits for most, letters for the last two cells of a postcode, 'L' for the tenth
/// of an RSIN, "+0-9" for a telephone, "-0-9" for money, A-Z and "-'./ " for names.
[[nodiscard]] std::string cellAlphabet(FieldKind kind, std::size_t index);

/// Characters that may stand on an open line of that kind, as ASCII.
[[nodiscard]] std::string lineAlphabet(FieldKind kind);

/// Names as they stand in templates and records: "v-number", "filled-square", "comb", ...
[[nodiscard]] std::string toString(MarkShape shape);
[[nodiscard]] std::string toString(Symbology symbology);
[[nodiscard]] std::string toString(FieldKind kind);
[[nodiscard]] std::string toString(Writing writing);
[[nodiscard]] std::string toString(BoxShape shape);
[[nodiscard]] std::string toString(PageRole role);

/// The values of those names; none for any other text.
[[nodiscard]] std::optional<MarkShape> markShapeFrom(std::string_view name);
[[nodiscard]] std::optional<Symbology> symbologyFrom(std::string_view name);
[[nodiscard]] std::optional<FieldKind> fieldKindFrom(std::string_view name);
[[nodiscard]] std::optional<Writing> writingFrom(std::string_view name);
[[nodiscard]] std::optional<BoxShape> boxShapeFrom(std::string_view name);
[[nodiscard]] std::optional<PageRole> pageRoleFrom(std::string_view name);

/// The names that the six functions above know, separated by ", ".
[[nodiscard]] std::string markShapeNames();
[[nodiscard]] std::string symbologyNames();
[[nodiscard]] std::string fieldKindNames();
[[nodiscard]] std::string writingNames();
[[nodiscard]] std::string boxShapeNames();
[[nodiscard]] std::string pageRoleNames();

} // namespace scanstraat::form
