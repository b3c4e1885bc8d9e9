// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Completeness.h"

#include "dossier/RecordSearch.h"
#include "dossier/Templates.h"

#include <algorithm>
#include <map>
#include <set>

namespace scanstraat::dossier {

namespace {

using reading::FieldReading;
using reading::PageReading;
using reading::Record;

bool hasPage(const Record& record, const std::string& form, int number)
{
    return std::any_of(record.pages.begin(), record.pages.end(),
                       [&](const PageReading& page) { return page.form == form && page.number == number; });
}

std::string where(const PageReading& page)
{
    return page.source.file + ", blad " + std::to_string(page.source.page);
}

/// A page must be there when something can be filled in on it; a cover too, and the first page of an
/// application.
bool isNeeded(const form::FormTemplate& form, const form::Page& page)
{
    return !page.fields.empty() || page.role == form::PageRole::cover ||
           (form.opensApplication && &page == &form.pages.front());
}

void checkPages(Record& record, const form::FormTemplate& form)
{
    for (const form::Page& page : form.pages) {
        if (isNeeded(form, page) && !hasPage(record, form.id, page.number)) {
            record.findings.push_back(
                {"dossier.page.missing",
                 "Pagina " + std::to_string(page.number) + " van formulier " + form.id + " ontbreekt",
                 "",
                 true,
                 "",
                 {form.id},
                 page.number});
        }
    }
}

void checkDuplicates(Record& record)
{
    std::map<std::pair<std::string, int>, const PageReading*> seen;
    std::vector<reading::Finding> findings;
    for (const PageReading& page : record.pages) {
        if (page.form.empty()) {
            continue;
        }
        const auto [first, isNew] = seen.try_emplace({page.form, page.number}, &page);
        if (!isNew) {
            findings.push_back({"dossier.page.duplicate",
                                "Pagina " + std::to_string(page.number) + " van formulier " + page.form +
                                    " komt vaker voor: " + where(*first->second) + " en " + where(page),
                                "",
                                true,
                                "",
                                {page.form},
                                page.number});
        }
    }
    record.findings.insert(record.findings.end(), findings.begin(), findings.end());
}

/// Readings of the group's parts that the record has, in the order of the form; the first of a page.
std::vector<FieldReading*> partsOf(Record& record, const form::FormTemplate& form, const std::string& group)
{
    std::vector<FieldReading*> parts;
    for (const form::Field* field : form::fieldsNamed(form, group)) {
        FieldReading* reading = findReading(record, field->id);
        if (reading != nullptr) {
            parts.push_back(reading);
        }
    }
    return parts;
}

/// One field of each group stands for it.
std::map<std::string, const form::Field*> groupsOf(const form::FormTemplate& form)
{
    std::map<std::string, const form::Field*> groups;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            if (!field.group.empty()) {
                groups.try_emplace(field.group, &field);
            }
        }
    }
    return groups;
}

void checkGroup(Record& record, const form::FormTemplate& form, const form::Field& group)
{
    std::vector<FieldReading*> answered;
    bool unsure = false;
    for (FieldReading* part : partsOf(record, form, group.group)) {
        unsure = unsure || !reading::isAccepted(part->state);
        if (!part->value.empty()) {
            answered.push_back(part);
        }
    }
    if (answered.size() > 1 && !group.multiple) {
        for (FieldReading* part : answered) {
            doubt(*part, "Meer dan één aangekruist op verschillende pagina's");
        }
        const std::string counts = group.firstCounts ? "; de eerste telt: " + answered.front()->value : "";
        record.findings.push_back({"group.several",
                                   "Vraag " + group.group + ": meer dan één aangekruist" + counts,
                                   answered.front()->fieldId, true});
    }
    if (answered.empty() && group.required && !unsure) {
        record.findings.push_back({"field.required.missing",
                                   "Vraag " + group.group + ": verplichte vraag is niet ingevuld", group.id,
                                   true});
    }
}

} // namespace

void checkCompleteness(Record& record, std::span<const form::FormTemplate> templates)
{
    for (const std::string& id : formsOf(record)) {
        const form::FormTemplate* form = findTemplate(templates, id);
        if (form != nullptr) {
            checkPages(record, *form);
        }
    }
    checkDuplicates(record);
}

void checkGroups(Record& record, std::span<const form::FormTemplate> templates)
{
    for (const std::string& id : formsOf(record)) {
        const form::FormTemplate* form = findTemplate(templates, id);
        if (form == nullptr) {
            continue;
        }
        for (const auto& [name, field] : groupsOf(*form)) {
            checkGroup(record, *form, *field);
        }
    }
}

} // namespace scanstraat::dossier
