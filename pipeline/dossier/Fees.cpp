// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Fees.h"

#include "dossier/RecordSearch.h"
#include "dossier/Templates.h"
#include "rules/TextForm.h"

#include <algorithm>
#include <optional>

namespace scanstraat::dossier {

namespace {

using form::AnswerCondition;
using reading::Fee;
using reading::FieldReading;
using reading::Record;

bool isOneOf(const std::string& value, const std::vector<std::string>& values)
{
    return std::ranges::any_of(
        values, [&](const std::string& one) { return rules::folded(one) == rules::folded(value); });
}

/// Whether the condition holds; none where the answer is not there, not accepted or not asked for.
std::optional<bool> holds(const Record& record, const form::FormTemplate* form,
                          const AnswerCondition& condition)
{
    if (condition.field.empty() || form == nullptr) {
        return std::nullopt;
    }
    bool isAnswered = false;
    for (const form::Field* field : form::fieldsNamed(*form, condition.field)) {
        const FieldReading* answer = findReading(record, field->id);
        if (answer == nullptr || !reading::isAccepted(answer->state)) {
            return std::nullopt;
        }
        if (!answer->value.empty()) {
            if (isOneOf(answer->value, condition.values)) {
                return true;
            }
            isAnswered = true;
        }
    }
    return isAnswered ? std::optional(false) : std::nullopt;
}

Fee feeOf(const Record& record, const form::FormTemplate* form, const form::CatalogueEntry& entry)
{
    Fee fee;
    fee.form = entry.number;
    const form::FeeRule& rule = *entry.fee;
    const bool isOpen = rule.scope && !holds(record, form, *rule.scope).value_or(false);
    if (isOpen) {
        fee.reasons.push_back(rule.scope->text);
    }
    bool isException = false;
    for (const form::FeeException& exception : rule.exceptions) {
        const std::optional<bool> applies = holds(record, form, exception.when);
        if (applies != std::optional(false)) {
            fee.possible.push_back({exception.euros, exception.when.text});
        }
        isException = applies.value_or(false);
        if (isException) {
            break;
        }
    }
    if (!isException) {
        fee.possible.push_back({rule.euros, fee.possible.empty() ? "" : "in alle andere gevallen"});
    }
    if (fee.possible.size() > 1) {
        fee.reasons.emplace_back("het formulier zegt niet, of niet zeker, of een uitzondering geldt");
    } else if (!isOpen) {
        fee.euros = fee.possible.front().euros;
    }
    return fee;
}

} // namespace

void noteFees(reading::Record& record, const form::Catalogue& catalogue,
              std::span<const form::FormTemplate> templates)
{
    for (const std::string& id : formsOf(record)) {
        const form::CatalogueEntry* entry = catalogue.find(id);
        if (entry != nullptr && entry->fee) {
            record.fees.push_back(feeOf(record, findTemplate(templates, id), *entry));
        }
    }
}

} // namespace scanstraat::dossier
