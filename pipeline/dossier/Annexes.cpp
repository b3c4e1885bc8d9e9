// SPDX-License-Identifier: EUPL-1.2
//
// Two questions, each with a third answer: is the annex needed (yes, no, or it hangs on what was not read
// with acceptance or is not asked), and is it there (yes, no, or a page that nobody could identify may be
// it). Only yes and no together make an annex missing. An annex without a template is never identified: any
// attachment may be it. One with a template has adjustment fields and a barcode, which an attachment has not.
#include "dossier/Annexes.h"

#include "dossier/RecordSearch.h"
#include "dossier/Templates.h"
#include "record/Dates.h"

#include <algorithm>
#include <set>

namespace scanstraat::dossier {

namespace {

using form::AnnexRule;
using form::FormTemplate;
using reading::FieldReading;
using reading::PageClass;
using reading::PageReading;
using reading::Record;

enum class Need { no, yes, unsure };

struct Demand
{
    Need need = Need::yes;
    std::string fieldId;             ///< the answer that asks for the annex
    std::vector<std::string> doubts; ///< Dutch; why it is unsure

    void doubt(std::string why)
    {
        need = Need::unsure;
        doubts.push_back(std::move(why));
    }
};

bool contains(const std::vector<std::string>& list, const std::string& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool offers(const form::Field& field, const AnnexRule& rule)
{
    return rule.options.empty() ||
           std::any_of(field.options.begin(), field.options.end(),
                       [&rule](const form::Option& option) { return contains(rule.options, option.id); });
}

bool asks(const FieldReading& answer, const AnnexRule& rule)
{
    const auto chosen = [&answer](const std::string& option) {
        return ("," + answer.value + ",").find("," + option + ",") != std::string::npos;
    };
    return rule.options.empty() ? !answer.value.empty()
                                : std::any_of(rule.options.begin(), rule.options.end(), chosen);
}

/// By the parts of the choice in the order of the form: what stands before the answer and was not accepted
/// could be the answer, what stands behind it does not count.
Demand demandOfChoice(const Record& record, const FormTemplate& form, const AnnexRule& rule)
{
    const form::Field* doubtful = nullptr;
    const form::Field* asking = nullptr;
    for (const form::Field* part : form::fieldsNamed(form, rule.field)) {
        const FieldReading* answer = findReading(record, part->id);
        if (answer == nullptr || !reading::isAccepted(answer->state)) {
            doubtful = doubtful == nullptr && offers(*part, rule) ? part : doubtful;
        } else if (asks(*answer, rule)) {
            asking = part;
            break;
        } else if (!answer->value.empty() && !part->multiple) {
            break;
        }
    }
    if (doubtful == nullptr) {
        return asking == nullptr ? Demand{Need::no, "", {}} : Demand{Need::yes, asking->id, {}};
    }
    Demand demand{Need::unsure, doubtful->id, {}};
    demand.doubt("nodig als het antwoord op vraag " + doubtful->question +
                 " erom vraagt, maar dat is niet zeker gelezen");
    return demand;
}

void checkAge(Demand& demand, const FieldReading* birthDate, const form::AgeCondition& age,
              const record::Context& context)
{
    const bool accepted = birthDate != nullptr && reading::isAccepted(birthDate->state);
    const auto birth = accepted ? record::calendarDay(birthDate->value) : std::nullopt;
    if (!birth) {
        demand.doubt("nodig vanaf " + std::to_string(age.years) +
                     " jaar, maar de geboortedatum is niet zeker gelezen");
        demand.fieldId = demand.fieldId.empty() ? age.birthDate : demand.fieldId;
    } else if (context.scanDate < *birth + std::chrono::years{age.years}) {
        demand.need = Need::no;
    }
}

Demand demandOf(const Record& record, const FormTemplate& form, const AnnexRule& rule,
                const record::Context& context)
{
    Demand demand = rule.field.empty() ? Demand{} : demandOfChoice(record, form, rule);
    if (demand.need != Need::no && rule.fromAge) {
        checkAge(demand, findReading(record, rule.fromAge->birthDate), *rule.fromAge, context);
    }
    if (demand.need != Need::no && !rule.condition.empty()) {
        demand.doubt("alleen nodig " + rule.condition);
    }
    return demand;
}

std::size_t count(const Record& record, std::initializer_list<PageClass> classes)
{
    const auto matches = [&classes](const PageReading& page) {
        return page.form.empty() &&
               std::find(classes.begin(), classes.end(), page.pageClass) != classes.end();
    };
    return static_cast<std::size_t>(std::count_if(record.pages.begin(), record.pages.end(), matches));
}

/// "7101"; "werkgeversverklaring, 7112 of ander inkomensbewijs".
std::string namesOf(const AnnexRule& rule)
{
    std::string names;
    for (std::size_t index = 0; index < rule.anyOf.size(); ++index) {
        std::string name = rule.anyOf[index];
        std::replace(name.begin(), name.end(), '-', ' ');
        names += index == 0 ? "" : index + 1 < rule.anyOf.size() ? ", " : " of ";
        names += name;
    }
    return names;
}

reading::Finding missing(const std::string& where, const std::string& names, std::size_t attachments)
{
    const std::string others = attachments == 0
                                   ? ""
                                   : "; geen van de bijgevoegde stukken (" + std::to_string(attachments) +
                                         ") is als die bijlage herkend";
    return {"dossier.annex.missing", where + " ontbreekt bijlage " + names + others, "", true};
}

reading::Finding unchecked(const std::string& where, const std::string& names, std::size_t pages)
{
    return {"dossier.annex.unchecked",
            where + " is bijlage " + names + " nodig; kijk of die bij de niet herkende pagina's zit (" +
                std::to_string(pages) + ")",
            "", true};
}

reading::Finding depends(const std::string& where, const std::string& names, const Demand& demand,
                         std::size_t pages)
{
    std::string why;
    for (const std::string& doubt : demand.doubts) {
        why += (why.empty() ? ": " : "; ") + doubt;
    }
    const std::string others =
        pages == 0 ? "" : "; kijk ook bij de niet herkende pagina's (" + std::to_string(pages) + ")";
    return {"dossier.annex.depends", where + " ontbreekt mogelijk bijlage " + names + why + others, "", true};
}

reading::Finding findingOf(const Record& record, const std::string& form, const AnnexRule& rule,
                           const Demand& demand, std::span<const FormTemplate> templates)
{
    const bool known = std::all_of(rule.anyOf.begin(), rule.anyOf.end(), [templates](const auto& id) {
        return findTemplate(templates, id) != nullptr;
    });
    const std::size_t attachments = count(record, {PageClass::attachment});
    const std::size_t unidentified =
        count(record, {PageClass::unknown, PageClass::rejected, PageClass::failed});
    const std::size_t possible = unidentified + (known ? 0 : attachments);
    const std::string where = "Bij formulier " + form;
    reading::Finding finding = demand.need == Need::unsure ? depends(where, namesOf(rule), demand, possible)
                               : possible > 0              ? unchecked(where, namesOf(rule), possible)
                                                           : missing(where, namesOf(rule), attachments);
    finding.fieldId = demand.fieldId;
    return finding;
}

void checkForm(Record& record, const FormTemplate& form, std::span<const FormTemplate> templates,
               const record::Context& context)
{
    const std::vector<std::string> present = formsOf(record);
    std::set<std::vector<std::string>> asked; // two rules for one annex: the first says enough
    for (const AnnexRule& rule : form.annexes) {
        const bool there = std::any_of(rule.anyOf.begin(), rule.anyOf.end(),
                                       [&present](const auto& id) { return contains(present, id); });
        const Demand demand = demandOf(record, form, rule, context);
        if (!there && demand.need != Need::no && asked.insert(rule.anyOf).second) {
            record.findings.push_back(findingOf(record, form.id, rule, demand, templates));
        }
    }
}

} // namespace

void checkAnnexes(Record& record, std::span<const FormTemplate> templates, const record::Context& context)
{
    for (const std::string& id : formsOf(record)) {
        const FormTemplate* form = findTemplate(templates, id);
        if (form != nullptr) {
            checkForm(record, *form, templates, context);
        }
    }
}

} // namespace scanstraat::dossier
