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

Demand doubtAbout(const form::Field& part)
{
    Demand demand{Need::unsure, part.id, {}};
    demand.doubt("nodig als het antwoord op vraag " + part.question +
                 " erom vraagt, maar dat is niet zeker gelezen");
    return demand;
}

/// By the parts of the choice in the order of the form: what stands before the answer and was not accepted
/// could be the answer, what stands behind it does not count.
Demand demandOfChoice(const Record& record, const FormTemplate& form, const AnnexRule& rule)
{
    const form::Field* open = nullptr;     // the first part that was not accepted
    const form::Field* doubtful = nullptr; // the first of those that may ask for the annex
    for (const form::Field* part : form::fieldsNamed(form, rule.field)) {
        const FieldReading* answer = findReading(record, part->id);
        if (answer == nullptr || !reading::isAccepted(answer->state)) {
            open = open == nullptr ? part : open;
            doubtful = doubtful == nullptr && offers(*part, rule) ? part : doubtful;
        } else if (asks(*answer, rule)) {
            return open == nullptr || part->multiple ? Demand{Need::yes, part->id, {}} : doubtAbout(*open);
        } else if (!answer->value.empty() && !part->multiple) {
            break;
        }
    }
    return doubtful == nullptr ? Demand{Need::no, "", {}} : doubtAbout(*doubtful);
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

/// "; a.tif, blad 7 lijkt een loonstrook"
std::string candidates(const Record& record, const AnnexRule& rule)
{
    std::string text;
    for (const PageReading& page : record.pages) {
        if (page.attachment && contains(rule.anyOf, page.attachment->annex)) {
            text += "; " + page.source.file + ", blad " + std::to_string(page.source.page) + " lijkt een " +
                    page.attachment->kindName;
        }
    }
    return text;
}

reading::Finding unchecked(const std::string& where, const std::string& names, std::size_t pages,
                           const std::string& likely)
{
    return {"dossier.annex.unchecked",
            where + " is bijlage " + names + " nodig; kijk of die bij de niet herkende pagina's zit (" +
                std::to_string(pages) + ")" + likely,
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
                               : possible > 0
                                   ? unchecked(where, namesOf(rule), possible, candidates(record, rule))
                                   : missing(where, namesOf(rule), attachments);
    finding.fieldId = demand.fieldId;
    finding.forms = rule.anyOf;
    return finding;
}

struct Wanted
{
    const AnnexRule* rule = nullptr;
    Demand demand;
};

bool sameAnnexes(const AnnexRule& a, const AnnexRule& b)
{
    return std::is_permutation(a.anyOf.begin(), a.anyOf.end(), b.anyOf.begin(), b.anyOf.end());
}

/// Of two rules for the same annexes the stronger demand counts: one that is certain over a doubt.
void want(std::vector<Wanted>& list, const AnnexRule& rule, Demand demand)
{
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&rule](const Wanted& one) { return sameAnnexes(*one.rule, rule); });
    if (same == list.end()) {
        list.push_back({&rule, std::move(demand)});
    } else if (demand.need == Need::yes && same->demand.need != Need::yes) {
        *same = {&rule, std::move(demand)};
    }
}

void checkForm(Record& record, const FormTemplate& form, std::span<const FormTemplate> templates,
               const record::Context& context)
{
    const std::vector<std::string> present = formsOf(record);
    std::vector<Wanted> wanted;
    for (const AnnexRule& rule : form.annexes) {
        const bool there = std::any_of(rule.anyOf.begin(), rule.anyOf.end(),
                                       [&present](const auto& id) { return contains(present, id); });
        Demand demand = demandOf(record, form, rule, context);
        if (!there && demand.need != Need::no) {
            want(wanted, rule, std::move(demand));
        }
    }
    for (const Wanted& one : wanted) {
        record.findings.push_back(findingOf(record, form.id, *one.rule, one.demand, templates));
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
