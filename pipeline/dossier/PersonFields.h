// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <set>
#include <string>

namespace scanstraat::dossier {

/// The ids of a form's fields that are about one person.
struct PersonFields
{
    std::set<std::string> vNumber;
    std::set<std::string> birthDate;
    std::set<std::string> name; ///< all parts of it

    [[nodiscard]] bool empty() const { return vNumber.empty() && birthDate.empty() && name.empty(); }
};

/// The applicant's fields: the first of their kind on the form that are not another person's (validator
/// "other-person"), and the places where the same facts are asked again ("same-as:").
[[nodiscard]] PersonFields applicantFieldsOf(const form::FormTemplate& form);

/// The fields of the first other person whom the form asks about.
[[nodiscard]] PersonFields firstOtherOf(const form::FormTemplate& form);

} // namespace scanstraat::dossier
