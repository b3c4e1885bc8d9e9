// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "Applicant.h"
#include "Difficulty.h"
#include "form/FormTemplate.h"

#include <map>
#include <string>

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

    /// Label of the option that was meant in the first field where only the first mark counts (the
    /// purpose of 6009); empty before such a field was filled.
    [[nodiscard]] const std::string& purpose() const { return purpose_; }

private:
    struct Content;

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
    std::string purpose_;
};

} // namespace scanstraat::synth
