// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AcroForm.h"
#include "draft/AnswerPlaces.h"
#include "draft/Findings.h"
#include "form/FormTemplate.h"

#include <set>
#include <string>
#include <vector>

namespace scanstraat::draft {

/// A page of the draft and what a person has to decide about it.
struct DraftPage
{
    form::Page page;
    std::vector<std::string> undecided;
    std::vector<Frame> printedFrames; ///< outlines that were taken for print
};

/// Makes pages of a template from what was found on paper. One per form: ids stay unique.
class FieldMaker
{
public:
    explicit FieldMaker(std::string formId) : formId_(std::move(formId)) {}

    /// `widgets`: the AcroForm fields of that page.
    [[nodiscard]] DraftPage make(int number, const PageFindings& found, std::vector<Widget> widgets);

private:
    [[nodiscard]] std::string idFor(const form::Field& field, int page, const std::string& acroName);

    std::string formId_;
    std::set<std::string> ids_;
};

/// Letters, digits, - and _ of a name, other signs as one -; at most 40 characters.
[[nodiscard]] std::string slug(const std::string& name);

} // namespace scanstraat::draft
