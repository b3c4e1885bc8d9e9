// SPDX-License-Identifier: EUPL-1.2
#include "print/QuestionLayout.h"

#include "base/Error.h"
#include "print/PageColumns.h"

#include <algorithm>

namespace scanstraat::print {

namespace {

using namespace form;

constexpr double kQuestionGap = 5.2;
constexpr double kAnswerGap = 2.8;
constexpr double kBesideGap = 4.0; ///< between two answers in one row

constexpr double kBeforeRule = 2.4; ///< from a wide question to the line below it
constexpr double kRowGap = 1.8;     ///< from a table's answer to the lines above and below
constexpr double kRuleMm = 0.15;

} // namespace

PlacedAnswer QuestionLayout::placeOne(const OutlineQuestion& question, const OutlineAnswer& answer,
                                      const RectMm& column)
{
    PlacedAnswer placed = placeAnswer(builder_, answer, {column.x, column.y}, column.width);
    Field& field = placed.field;
    field.id = formId_ + "." + question.number + (answer.part.empty() ? "" : "." + answer.part);
    field.question = question.number;
    const std::string& part = !answer.name.empty()      ? answer.name
                              : !answer.caption.empty() ? answer.caption
                              : answer.part.empty()     ? answer.part
                                                        : answer.lead;
    field.label = question.label;
    if (!part.empty()) {
        field.label.erase(field.label.find_last_not_of('.') + 1);
        field.label += ": ";
        field.label += part;
    }
    field.required = !answer.optional;
    field.multiple = answer.multiple;
    field.firstCounts = answer.firstCounts;
    field.group = answer.group;
    field.cell = answer.cell;
    field.validators = answer.validators;
    if (field.box.right() > kRight + kLabelGap) {
        throw Error(outline_.string() + ":" + std::to_string(answer.line) + ": field \"" + field.id +
                        "\" does not fit in its column",
                    ExitCode::installation);
    }
    builder_.page().fields.push_back(field);
    return placed;
}

PlacedAnswer QuestionLayout::placeAll(const OutlineQuestion& question, const RectMm& column)
{
    PlacedAnswer last;
    last.baseline = column.y + capitalMm(kLabel);
    last.bottom = column.y;
    double baseline = last.baseline;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const OutlineAnswer& answer = question.answers[i];
        RectMm place{column.x, last.bottom + (i == 0 ? 0.0 : kAnswerGap), column.width, 0.0};
        if (answer.beside && i > 0) {
            const double left = last.right + kBesideGap;
            place = {left, topBeside(last.field, answer), column.right() - left, 0.0};
        }
        const double above = answer.beside ? last.bottom : 0.0;
        last = placeOne(question, answer, place);
        last.bottom = std::max(last.bottom, above);
        baseline = i == 0 ? last.baseline : baseline;
    }
    last.baseline = baseline;
    return last;
}

double QuestionLayout::question(const OutlineQuestion& question, double y)
{
    return question.wide    ? wideQuestion(question, y)
           : question.below ? questionAbove(question, y)
                            : narrowQuestion(question, y);
}

double QuestionLayout::narrowQuestion(const OutlineQuestion& question, double y)
{
    const PlacedAnswer answers = placeAll(question, {kAnswerLeft, y, kRight - kAnswerLeft, 0.0});
    const double baseline = answers.baseline;
    double bottom = answers.bottom;
    if (!question.text.empty()) {
        const double top = question.answers.empty() ? y : bottom + kAnswerGap;
        bottom = builder_.paragraphs({kAnswerLeft, top}, question.text, kRight - kAnswerLeft);
    }
    if (!question.unnumbered) {
        builder_.text({kLeft, baseline}, question.number, kLabelBold);
    }
    const double labelLeft = question.unnumbered ? kLeft : kLabelLeft;
    const int lines =
        builder_.wrapped({labelLeft, baseline}, question.label, kLabel, kAnswerLeft - labelLeft - kLabelGap);
    return std::max(bottom, baseline + (lines - 1) * leadingMm(kLabel) + 1.0) + kQuestionGap;
}

double QuestionLayout::wideQuestion(const OutlineQuestion& question, double y)
{
    const double labelLeft = question.unnumbered ? kLeft : kLabelLeft;
    double bottom = y;
    double baseline = y + capitalMm(kLabel);
    for (const OutlineAnswer& answer : question.answers) {
        const RectMm column{kWideAnswerLeft, y, kRight - kWideAnswerLeft, 0.0};
        const PlacedAnswer placed = placeOne(question, answer, column);
        baseline = placed.baseline;
        bottom = placed.bottom;
    }
    if (!question.unnumbered) {
        builder_.text({kLeft, baseline}, question.number, kLabelBold);
    }
    const int lines =
        builder_.wrapped({labelLeft, baseline}, question.label, kLabel, kWideAnswerLeft - labelLeft - 5.0);
    bottom = std::max(bottom, baseline + (lines - 1) * leadingMm(kLabel) + 1.2);
    builder_.line({kLeft, bottom + kBeforeRule}, {kRight, bottom + kBeforeRule}, kRuleMm);
    return bottom + kBeforeRule + kQuestionGap;
}

double QuestionLayout::questionAbove(const OutlineQuestion& question, double y)
{
    const double left = question.unnumbered ? kLeft : kLabelLeft;
    const double baseline = y + capitalMm(kLabel);
    if (!question.unnumbered) {
        builder_.text({kLeft, baseline}, question.number, kLabelBold);
    }
    const int lines = builder_.wrapped({left, baseline}, question.label, kLabel, kRight - left);
    const double top = y + lines * leadingMm(kLabel) + kAnswerGap;
    return placeAll(question, {left, top, kRight - left, 0.0}).bottom + kQuestionGap;
}

double QuestionLayout::choice(const OutlineQuestion& question, double y)
{
    const RectMm column{kLeft, y, kRight - kLeft, 0.0};
    return placeOne(question, question.answers.front(), column).bottom + kQuestionGap;
}

/// The header, and the rows below each other with a line between them.
double QuestionLayout::table(const OutlineTable& table, double y)
{
    int most = builder_.wrapped({kLeft, y + capitalMm(kBodyBold)}, table.heading, kBodyBold,
                                table.labelWidth - kLabelGap);
    double left = kLeft + table.labelWidth;
    for (const OutlineAnswer& column : table.columns) {
        const double width = column.width.value_or(kRight - left);
        most = std::max(most, builder_.wrapped({left, y + capitalMm(kBodyBold)}, column.caption, kBodyBold,
                                               width - kLabelGap));
        left += width;
    }
    y += most * leadingMm(kBodyBold) + kRowGap;
    builder_.line({kLeft, y}, {kRight, y}, kRuleMm);
    for (const OutlineTable::Row& row : table.rows) {
        y = tableRow(table, row, y + kRowGap) + kRowGap;
        builder_.line({kLeft, y}, {kRight, y}, kRuleMm);
    }
    return y + kQuestionGap;
}

double QuestionLayout::tableRow(const OutlineTable& table, const OutlineTable::Row& row, double y)
{
    OutlineQuestion question;
    question.number = table.id;
    question.label = row.label;
    double left = kLeft + table.labelWidth;
    std::optional<PlacedAnswer> first;
    double bottom = y;
    for (const OutlineAnswer& column : table.columns) {
        const double width = column.width.value_or(kRight - left);
        OutlineAnswer answer = column;
        answer.part = row.part + "." + column.part;
        answer.name = column.caption;
        answer.caption.clear();
        answer.width.reset();
        answer.bare = true;
        answer.cell = TableCell{table.id, row.part, column.part};
        const double top = first ? topBeside(first->field, answer) : y;
        const PlacedAnswer placed = placeOne(question, answer, {left, top, width - kLabelGap, 0.0});
        bottom = std::max(bottom, placed.bottom);
        first = first ? first : placed;
        left += width;
    }
    builder_.text({kLeft, first->baseline}, row.label, kLabel);
    return bottom;
}

} // namespace scanstraat::print
