// SPDX-License-Identifier: EUPL-1.2
#include "record/CrossChecks.h"

#include "record/Dates.h"

#include <algorithm>

namespace scanstraat::record {

namespace {

using reading::FieldReading;

constexpr std::string_view kNotBefore = "not-before:";

FieldReading* findReading(reading::Record& record, const std::string& fieldId)
{
    for (reading::PageReading& page : record.pages) {
        for (FieldReading& reading : page.fields) {
            if (reading.fieldId == fieldId) {
                return &reading;
            }
        }
    }
    return nullptr;
}

void checkOrder(reading::Record& record, const form::Field& later, const std::string& earlierId)
{
    FieldReading* to = findReading(record, later.id);
    FieldReading* from = findReading(record, earlierId);
    if (to == nullptr || from == nullptr) {
        return;
    }
    const auto end = calendarDay(to->value);
    const auto begin = calendarDay(from->value);
    if (!end || !begin || *end >= *begin) {
        return;
    }
    const std::string problem = "Einddatum ligt voor de begindatum";
    doubt(*to, problem);
    doubt(*from, problem);
    record.findings.push_back({"field.date.order",
                               "Vraag " + later.question + " (" + later.label + "): " + problem, later.id,
                               true});
}

} // namespace

void checkAcrossFields(reading::Record& record, std::span<const form::FormTemplate> templates)
{
    for (const form::FormTemplate& form : templates) {
        for (const form::Page& page : form.pages) {
            for (const form::Field& field : page.fields) {
                for (const std::string& validator : field.validators) {
                    if (validator.starts_with(kNotBefore)) {
                        checkOrder(record, field, validator.substr(kNotBefore.size()));
                    }
                }
            }
        }
    }
}

} // namespace scanstraat::record
