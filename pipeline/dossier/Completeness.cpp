// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Completeness.h"

#include "dossier/Templates.h"

#include <algorithm>
#include <map>
#include <set>

namespace scanstraat::dossier {

namespace {

using reading::FieldReading;
using reading::PageReading;
using reading::Record;

/// Form ids of the record, in the order of its pages.
std::vector<std::string> formsOf(const Record& record)
{
    std::vector<std::string> forms;
    for (const PageReading& page : record.pages) {
        if (!page.form.empty() && std::find(forms.begin(), forms.end(), page.form) == forms.end()) {
            forms.push_back(page.form);
        }
    }
    return forms;
}

bool hasPage(const Record& record, const std::string& form, int number)
{
    return std::any_of(record.pages.begin(), record.pages.end(),
                       [&](const PageReading& page) { return page.form == form && page.number == number; });
}

std::string where(const PageReading& page)
{
    return page.source.file + ", blad " + std::to_string(page.source.page);
}

/// A page must be there when something can be filled in on it, and the cover of an application too.
bool isNeeded(const form::FormTemplate& form, const form::Page& page)
{
    return !page.fields.empty() || (form.opensApplication && &page == &form.pages.front());
}

void checkPages(Record& record, const form::FormTemplate& form)
{
    for (const form::Page& page : form.pages) {
        if (isNeeded(form, page) && !hasPage(record, form.id, page.number)) {
            record.findings.push_back(
                {"dossier.page.missing",
                 "Pagina " + std::to_string(page.number) + " van formulier " + form.id + " ontbreekt", "",
                 true});
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
                                "", true});
        }
    }
    record.findings.insert(record.findings.end(), findings.begin(), findings.end());
}

FieldReading* findReading(Record& record, const std::string& fieldId)
{
    for (PageReading& page : record.pages) {
        for (FieldReading& field : page.fields) {
            if (field.fieldId == fieldId) {
                return &field;
            }
        }
    }
    return nullptr;
}

bool applies(Record& record, const form::AnnexRule& rule)
{
    if (rule.field.empty()) {
        return true;
    }
    const FieldReading* answer = findReading(record, rule.field);
    if (answer == nullptr || answer->value.empty()) {
        return false;
    }
    const auto chosen = [answer](const std::string& option) {
        return ("," + answer->value + ",").find("," + option + ",") != std::string::npos;
    };
    return rule.options.empty() || std::any_of(rule.options.begin(), rule.options.end(), chosen);
}

void checkAnnexes(Record& record, const form::FormTemplate& form, const std::vector<std::string>& present)
{
    for (const form::AnnexRule& rule : form.annexes) {
        const bool there = std::any_of(rule.anyOf.begin(), rule.anyOf.end(), [&present](const auto& id) {
            return std::find(present.begin(), present.end(), id) != present.end();
        });
        if (there || rule.anyOf.empty() || !applies(record, rule)) {
            continue;
        }
        std::string names;
        for (const std::string& id : rule.anyOf) {
            names += (names.empty() ? "" : " of ") + id;
        }
        record.findings.push_back({"dossier.annex.missing",
                                   "Bij formulier " + form.id + " ontbreekt bijlage " + names, rule.field,
                                   true});
    }
}

/// Readings of the group's parts that the record has, in the order of the form; the first of a page.
std::vector<FieldReading*> partsOf(Record& record, const form::FormTemplate& form, const std::string& group)
{
    std::vector<FieldReading*> parts;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            if (field.group == group) {
                FieldReading* reading = findReading(record, field.id);
                if (reading != nullptr) {
                    parts.push_back(reading);
                }
            }
        }
    }
    return parts;
}

void doubt(FieldReading& reading, const std::string& reason)
{
    if (reading::isAccepted(reading.state) && reading.state != reading::FieldState::verified) {
        reading.state = reading::FieldState::unsure;
    }
    reading.reasons.push_back(reason);
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
    const std::vector<std::string> present = formsOf(record);
    for (const std::string& id : present) {
        const form::FormTemplate* form = findTemplate(templates, id);
        if (form != nullptr) {
            checkPages(record, *form);
            checkAnnexes(record, *form, present);
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
