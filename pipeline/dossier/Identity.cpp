// SPDX-License-Identifier: EUPL-1.2
// The applicant's field of a kind is the first one on the form, unless the template says that it is another
// person's. Names are compared word by word, as one form asks for surname and first names apart and
// another for the name in one line.
#include "dossier/Identity.h"

#include "dossier/Templates.h"

#include <algorithm>
#include <sstream>

namespace scanstraat::dossier {

namespace {

using form::FieldKind;
using reading::FieldReading;

/// What a form says about the applicant, as far as it was read with certainty.
struct Person
{
    std::string form;
    const FieldReading* vNumber = nullptr;
    const FieldReading* birthDate = nullptr;
    const FieldReading* name = nullptr;
};

bool has(const form::Field& field, const std::string& validator)
{
    return std::find(field.validators.begin(), field.validators.end(), validator) != field.validators.end();
}

const FieldReading* certain(const reading::Record& record, const std::string& fieldId)
{
    for (const reading::PageReading& page : record.pages) {
        for (const FieldReading& field : page.fields) {
            if (field.fieldId == fieldId) {
                const bool sure = reading::isAccepted(field.state) && !field.value.empty();
                return sure ? &field : nullptr;
            }
        }
    }
    return nullptr;
}

Person personOn(const reading::Record& record, const form::FormTemplate& form)
{
    Person person{form.id, nullptr, nullptr, nullptr};
    bool vNumberSeen = false;
    bool birthSeen = false;
    bool nameSeen = false;
    const auto take = [&record](bool wanted, bool& seen, const FieldReading*& target, const std::string& id) {
        if (wanted && !seen) {
            seen = true;
            target = certain(record, id);
        }
    };
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            if (has(field, "other-person")) {
                continue;
            }
            take(field.kind == FieldKind::vNumber, vNumberSeen, person.vNumber, field.id);
            take(has(field, "birth-date"), birthSeen, person.birthDate, field.id);
            take(field.kind == FieldKind::name, nameSeen, person.name, field.id);
        }
    }
    return person;
}

bool shareWord(const std::string& a, const std::string& b)
{
    std::istringstream words(a);
    std::string word;
    while (words >> word) {
        if (word.size() > 1 && (" " + b + " ").find(" " + word + " ") != std::string::npos) {
            return true;
        }
    }
    return false;
}

void report(reading::Record& record, const std::string& code, const std::string& what, const Person& first,
            const FieldReading& other)
{
    record.findings.push_back(
        {code, what + " wijkt af van formulier " + first.form + ": " + other.value, other.fieldId, true});
}

void compare(reading::Record& record, const Person& first, const Person& other)
{
    if (first.vNumber && other.vNumber && first.vNumber->value != other.vNumber->value) {
        report(record, "dossier.identity.v-number", "V-nummer", first, *other.vNumber);
    }
    if (first.birthDate && other.birthDate && first.birthDate->value != other.birthDate->value) {
        report(record, "dossier.identity.birth-date", "Geboortedatum", first, *other.birthDate);
    }
    if (first.name && other.name && !shareWord(first.name->value, other.name->value)) {
        report(record, "dossier.identity.name", "Naam", first, *other.name);
    }
}

} // namespace

void checkIdentity(reading::Record& record, std::span<const form::FormTemplate> templates)
{
    std::vector<Person> persons;
    for (const reading::PageReading& page : record.pages) {
        const bool known = std::any_of(persons.begin(), persons.end(),
                                       [&page](const Person& person) { return person.form == page.form; });
        const form::FormTemplate* form = known ? nullptr : findTemplate(templates, page.form);
        if (form != nullptr) {
            persons.push_back(personOn(record, *form));
        }
    }
    for (std::size_t i = 1; i < persons.size(); ++i) {
        compare(record, persons.front(), persons[i]);
    }
}

} // namespace scanstraat::dossier
