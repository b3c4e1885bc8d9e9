// SPDX-License-Identifier: EUPL-1.2
#include "record/FieldInterpreter.h"

#include "record/Dates.h"
#include "record/NormalForm.h"
#include "rules/TextForm.h"

#include <algorithm>

namespace scanstraat::record {

namespace {

using form::FieldKind;
using form::Writing;
using reading::FieldReading;
using reading::FieldState;
using reading::Finding;

constexpr int kFirstYear = 1900;

bool hasValidator(const form::Field& field, const std::string& name)
{
    return std::find(field.validators.begin(), field.validators.end(), name) != field.validators.end();
}

Finding invalid(FieldReading& reading, const form::Field& field, const std::string& code,
                const std::string& problem)
{
    reading::doubt(reading, problem);
    return {code, "Vraag " + field.question + " (" + field.label + "): " + problem, field.id, true};
}

/// Rules that a date has beside being in the calendar.
std::vector<Finding> checkDate(FieldReading& reading, const form::Field& field, const Context& context)
{
    const auto day = calendarDay(reading.value);
    if (!day) {
        return {};
    }
    const bool birth = hasValidator(field, "birth-date");
    const bool later = *day > context.scanDate;
    if (birth && later) {
        return {invalid(reading, field, "field.date.future", "Geboortedatum ligt in de toekomst")};
    }
    if (static_cast<int>(day->year()) < kFirstYear) { // nothing on these forms is older
        return {invalid(reading, field, "field.date.before-1900", "Datum ligt voor 1900")};
    }
    if (hasValidator(field, "signing-date") && later) {
        return {invalid(reading, field, "field.date.future", "Datum van ondertekening ligt na de scandatum")};
    }
    return {};
}

std::string missingProblem(FieldKind kind)
{
    switch (kind) {
    case FieldKind::signature:
        return "Handtekening ontbreekt";
    case FieldKind::stamp:
        return "Stempel ontbreekt";
    case FieldKind::photo:
        return "Pasfoto ontbreekt";
    default:
        return "Verplichte vraag is niet ingevuld";
    }
}

/// A part of a group over several pages may be empty: the group is judged when all pages are there. What
/// could not be read may be there.
std::vector<Finding> checkRequired(FieldReading& reading, const form::Field& field)
{
    if (!field.required || !field.group.empty() || reading.state == FieldState::unreadable) {
        return {};
    }
    const std::string problem = missingProblem(field.kind);
    reading::doubt(reading, problem);
    return {{"field.required.missing", "Vraag " + field.question + " (" + field.label + "): " + problem,
             field.id, true}};
}

std::vector<Finding> interpretText(FieldReading& reading, const form::Field& field, const Context& context)
{
    NormalForm normal = normalForm(reading, field);
    if (rules::singleSpaced(reading.raw).empty() && normal.value.empty()) {
        reading.value.clear();
        if (reading.state == FieldState::read) {
            reading.state = FieldState::empty;
        }
        return checkRequired(reading, field);
    }
    reading.value = std::move(normal.value);
    if (!normal.problem.empty()) {
        return {invalid(reading, field, "field.invalid." + toString(field.kind), normal.problem)};
    }
    return field.kind == FieldKind::date ? checkDate(reading, field, context) : std::vector<Finding>{};
}

/// A choice without any mark, a region without ink; not one whose marks give no answer.
bool isBlank(const FieldReading& reading)
{
    return reading.state == FieldState::empty || reading.value == "absent";
}

} // namespace

std::vector<Finding> FieldInterpreter::interpret(FieldReading& reading, const form::Field& field,
                                                 const Context& context) const
{
    if (field.writing == Writing::comb || field.writing == Writing::lines) {
        return interpretText(reading, field, context);
    }
    return isBlank(reading) ? checkRequired(reading, field) : std::vector<Finding>{};
}

void FieldInterpreter::interpretPage(reading::PageReading& page, const form::FormTemplate& form,
                                     const Context& context) const
{
    for (FieldReading& reading : page.fields) {
        const form::Field* field = form::findField(form, reading.fieldId);
        if (field == nullptr) {
            continue;
        }
        if (field->cell) {
            reading.place = reading::TablePlace{field->cell->table, field->cell->row, field->cell->column};
        }
        std::vector<Finding> found = interpret(reading, *field, context);
        page.findings.insert(page.findings.end(), std::make_move_iterator(found.begin()),
                             std::make_move_iterator(found.end()));
    }
}

} // namespace scanstraat::record
