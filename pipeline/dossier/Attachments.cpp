// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Attachments.h"

#include "dossier/RecordSearch.h"
#include "dossier/Templates.h"

#include <algorithm>

namespace scanstraat::dossier {

namespace {

using reading::Attachment;
using reading::PageReading;
using reading::Record;

bool names(const form::FormTemplate& form, const std::string& annex)
{
    return std::ranges::any_of(form.annexes, [&annex](const form::AnnexRule& rule) {
        return std::ranges::find(rule.anyOf, annex) != rule.anyOf.end();
    });
}

/// The field with that question, or the first one below it ("4" has "4.1").
const form::Field* fieldAsked(const form::FormTemplate& form, const std::string& question)
{
    const form::Field* below = nullptr;
    for (const form::Page& page : form.pages) {
        for (const form::Field& field : page.fields) {
            if (field.question == question) {
                return &field;
            }
            if (below == nullptr && field.question.starts_with(question + ".")) {
                below = &field;
            }
        }
    }
    return below;
}

void noteLooseSheet(Record& record, const PageReading& page, const std::string& form)
{
    const Attachment& sheet = *page.attachment;
    const std::string where = page.source.file + ", blad " + std::to_string(page.source.page);
    const std::string of =
        form.empty() ? " (bij welk formulier is niet duidelijk)" : " van formulier " + form;
    record.findings.push_back(
        {"dossier.loose-sheet",
         "Los vel bij vraag " + sheet.question + of + ": lees het erbij (" + where + ")", sheet.field, true,
         "", form.empty() ? std::vector<std::string>() : std::vector{form}});
}

} // namespace

void linkAttachments(Record& record, std::span<const form::FormTemplate> templates)
{
    std::vector<const form::FormTemplate*> forms;
    for (const std::string& id : formsOf(record)) {
        if (const form::FormTemplate* form = findTemplate(templates, id)) {
            forms.push_back(form);
        }
    }
    for (PageReading& page : record.pages) {
        if (!page.attachment) {
            continue;
        }
        Attachment& attachment = *page.attachment;
        const bool isNamed =
            std::ranges::any_of(forms, [&](const auto* form) { return names(*form, attachment.annex); });
        attachment.annex = isNamed ? attachment.annex : "";
        if (attachment.question.empty()) {
            continue;
        }
        std::string of;
        for (const form::FormTemplate* form : forms) {
            const form::Field* field = fieldAsked(*form, attachment.question);
            if (field != nullptr && attachment.field.empty()) {
                attachment.field = field->id;
                of = form->id;
            }
        }
        noteLooseSheet(record, page, of);
    }
}

} // namespace scanstraat::dossier
