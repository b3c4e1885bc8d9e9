// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PersonFields.h"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace scanstraat::dossier {

namespace {

using form::FieldKind;

bool has(const form::Field& field, const std::string& validator)
{
    return std::ranges::find(field.validators, validator) != field.validators.end();
}

/// "6009.1.3" of "6009.1.3.achternaam"; the parts of a name share it.
std::string stem(const std::string& id)
{
    return id.substr(0, id.rfind('.'));
}

/// True where both are parts of one question, and not the question itself.
bool areParts(const form::Field& a, const form::Field& b)
{
    return a.question == b.question && stem(a.id) == stem(b.id);
}

/// The first person whom the form asks about, of the applicant and their like or of others.
PersonFields firstsOf(const form::FormTemplate& form, bool isOther)
{
    PersonFields fields;
    const form::Field* name = nullptr;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            if (has(field, "other-person") != isOther) {
                continue;
            }
            if (field.kind == FieldKind::vNumber && fields.vNumber.empty()) {
                fields.vNumber.insert(field.id);
            } else if (has(field, "birth-date") && fields.birthDate.empty()) {
                fields.birthDate.insert(field.id);
            } else if (field.kind == FieldKind::name && (name == nullptr || areParts(*name, field))) {
                name = name == nullptr ? &field : name;
                fields.name.insert(field.id);
            }
        }
    }
    return fields;
}

/// Whether the field states one of `ids` again.
bool repeats(const form::Field& field, const std::set<std::string>& ids)
{
    constexpr std::string_view kSameAs = "same-as:";
    return std::ranges::any_of(field.validators, [&](const std::string& validator) {
        if (!validator.starts_with(kSameAs)) {
            return false;
        }
        std::istringstream facts(validator.substr(kSameAs.size()));
        std::string fact;
        bool known = false;
        while (std::getline(facts, fact, '+')) {
            known = known || ids.contains(fact);
        }
        return known;
    });
}

} // namespace

PersonFields applicantFieldsOf(const form::FormTemplate& form)
{
    const PersonFields firsts = firstsOf(form, false);
    PersonFields fields = firsts;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            if (repeats(field, firsts.name)) {
                fields.name.insert(field.id);
            } else if (repeats(field, firsts.birthDate)) {
                fields.birthDate.insert(field.id);
            } else if (repeats(field, firsts.vNumber)) {
                fields.vNumber.insert(field.id);
            }
        }
    }
    return fields;
}

PersonFields firstOtherOf(const form::FormTemplate& form)
{
    return firstsOf(form, true);
}

} // namespace scanstraat::dossier
