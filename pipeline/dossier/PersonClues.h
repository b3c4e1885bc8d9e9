// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/PageReading.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::dossier {

/// Signs of which each is known with a probability.
using Signs = std::vector<reading::CharacterReading>;

/// What one page says about the person whose page it is, however sure the readings are.
struct PersonClues
{
    Signs vNumber;                  ///< ten digits; empty: none
    Signs birthDate;                ///< eight digits, day, month and year; empty: none
    std::vector<std::string> names; ///< words in capitals, of surname and first names; empty: none
    double nameSurety = 0.0;        ///< probability of a letter of the names, on average
    /// Of an attachment, and of a form that only asks for others: what may be the person's among all that
    /// stands on it.
    std::vector<Signs> numbers;
    std::vector<std::string> dates; ///< DDMMYYYY
    std::vector<std::string> words; ///< in capitals

    /// Nothing tells whose the page is.
    [[nodiscard]] bool empty() const
    {
        return !tellsAPerson() && numbers.empty() && dates.empty() && words.empty();
    }

    /// It is enough to know a person by.
    [[nodiscard]] bool tellsAPerson() const
    {
        return !vNumber.empty() || !birthDate.empty() || !names.empty();
    }
};

/// The clues on a form page: the applicant's fields (the first of their kind on the form that are not another
/// person's, validator "other-person") and the places where the same facts are asked again ("same-as:"). On a
/// form without any: the name and birth date of the first other person, an employee, who may be the
/// applicant. On an attachment: the V-number, and all else that stands there. None on other pages.
[[nodiscard]] PersonClues cluesOf(const reading::PageReading& page,
                                  std::span<const form::FormTemplate> templates);

/// How much likelier two pages' clues are when they are about one person than when they are about two who
/// have nothing to do with each other: a natural logarithm for each fact, 0 where one of them does not say
/// it.
struct Likeness
{
    double vNumber = 0.0;
    double birthDate = 0.0;
    double name = 0.0;

    [[nodiscard]] double sum() const { return vNumber + birthDate + name; }
};

[[nodiscard]] Likeness compare(const PersonClues& a, const PersonClues& b);

} // namespace scanstraat::dossier
