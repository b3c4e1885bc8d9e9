// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "print/AnswerLayout.h"

#include <filesystem>

namespace scanstraat::print {

/// Puts questions, choices and tables with their answers on a page and makes fields of the answers. Each
/// method begins at `y` and returns the y where the next block may begin. They throw scanstraat::Error with
/// ExitCode::installation and a message `file:line: what is wrong` where an answer is too wide.
class QuestionLayout
{
public:
    /// `outline` is named in messages; `formId` begins the ids of all fields.
    QuestionLayout(PageBuilder& builder, std::filesystem::path outline, std::string formId)
        : builder_(builder), outline_(std::move(outline)), formId_(std::move(formId))
    {
    }

    double question(const OutlineQuestion& question, double y);
    double choice(const OutlineQuestion& question, double y);
    double table(const OutlineTable& table, double y);

private:
    double narrowQuestion(const OutlineQuestion& question, double y);
    double wideQuestion(const OutlineQuestion& question, double y);
    double questionAbove(const OutlineQuestion& question, double y);
    double tableRow(const OutlineTable& table, const OutlineTable::Row& row, double y);

    /// All answers of a question, from the top of `column` on: the first one's baseline, the bottom of all.
    PlacedAnswer placeAll(const OutlineQuestion& question, const RectMm& column);
    PlacedAnswer placeOne(const OutlineQuestion& question, const OutlineAnswer& answer, const RectMm& column);

    PageBuilder& builder_;
    std::filesystem::path outline_;
    std::string formId_;
};

} // namespace scanstraat::print
