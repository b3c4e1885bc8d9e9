// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "Applicant.h"
#include "Difficulty.h"
#include "form/FormTemplate.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace scanstraat::synth {

/// Answers the questions of the forms of one application for one applicant: plausible, in the space
/// that the field has. What a question wants is seen from its kind and from words of its Dutch label.
class AnswerMaker
{
public:
    AnswerMaker(const WordLists& words, const Applicant& person, Difficulty difficulty, Random& random)
        : words_(words), person_(person), difficulty_(difficulty), random_(random)
    {
    }

    /// Answers to all fields of a form, by field id; fields left empty are there, too.
    [[nodiscard]] std::map<std::string, Answer> fill(const form::FormTemplate& form);

    /// Options that were meant, by the id of the choice field, over all forms filled so far; what is
    /// crossed may differ (several crosses, none).
    [[nodiscard]] const std::map<std::string, std::string>& meant() const { return meant_; }

private:
    struct Content;

    std::set<const form::Field*> chooseParts(const form::FormTemplate& form);
    const form::Field* choosePart(const std::vector<const form::Field*>& parts);
    Answer answer(const form::FormTemplate& form, const form::Field& field);
    Answer choice(const form::FormTemplate& form, const form::Field& field);
    std::size_t wantedOption(const form::FormTemplate& form, const form::Field& field);
    Answer region(const form::Field& field);
    Content content(const form::FormTemplate& form, const form::Field& field);
    Content nameContent(const form::Field& field);
    Content dateContent(const form::Field& field);
    Content textContent(const form::FormTemplate& form, const form::Field& field);
    Content numberContent(const form::FormTemplate& form, const form::Field& field);
    Content addressContent(const form::FormTemplate& form, const form::Field& field);
    bool isLeftEmpty(const form::FormTemplate& form, const form::Field& field);
    std::string explanation(const form::Field& field);

    const WordLists& words_;
    const Applicant& person_;
    Difficulty difficulty_;
    Random& random_;
    bool explain_ = false;        ///< a question was answered so that an explanation is due
    Day periodStart_{1, 1, 2023}; ///< of the period that was begun last
    std::map<std::string, std::string> meant_;
};

} // namespace scanstraat::synth
