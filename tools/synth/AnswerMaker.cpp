// SPDX-License-Identifier: EUPL-1.2
#include "AnswerMaker.h"

#include "AnswerLayout.h"
#include "ChoiceMaker.h"
#include "Text.h"
#include "TextDrawer.h"

#include <algorithm>

namespace scanstraat::synth {

namespace {

using form::Field;
using form::FieldKind;
using form::FormTemplate;

bool says(const std::string& text, std::initializer_list<const char*> words)
{
    const std::string large = capitals(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return large.find(capitals(word)) != std::string::npos; });
}

/// Forms about a firm: names and addresses there are the firm's, not the applicant's.
bool isAboutFirm(const Field& field)
{
    return says(field.label, {"bedrijf", "onderneming", "instelling", "werkgever", "organisatie"});
}

bool isAboutAccountant(const Field& field)
{
    return says(field.label, {"accountant", "kantoor", "boekhoud", "administrat", "deskundige"});
}

/// One of several pages that together want one cross.
bool isPartOfOneOf(const Field& field)
{
    return !field.group.empty() && !field.multiple;
}

/// Share of applications whose purpose is among those of the first page: five years of residence is
/// what most apply with.
constexpr double kFirstPurposeShare = 0.6;

/// Share of regions left empty: people forget to sign.
constexpr double kUnsignedShare = 0.03;

} // namespace

/// Text of an answer before it is laid out in cells or lines.
struct AnswerMaker::Content
{
    std::string text;
    std::string value; ///< empty: the text itself
    bool valid = true;
};

std::map<std::string, Answer> AnswerMaker::fill(const FormTemplate& form)
{
    std::map<std::string, Answer> answers;
    explain_ = false;
    const std::set<const Field*> chosen = chooseParts(form);
    for (const form::Page& page : form.pages) {
        for (const Field& field : page.fields) {
            const bool otherPart = isPartOfOneOf(field) && !chosen.contains(&field);
            answers[field.id] = otherPart ? leaveChoice(field) : answer(form, field);
        }
    }
    return answers;
}

/// Of a choice that goes on over several pages only one part is answered: one for each group.
std::set<const Field*> AnswerMaker::chooseParts(const FormTemplate& form)
{
    std::map<std::string, std::vector<const Field*>> groups;
    for (const form::Page& page : form.pages) {
        for (const Field& field : page.fields) {
            if (isPartOfOneOf(field)) {
                groups[field.group].push_back(&field);
            }
        }
    }
    std::set<const Field*> chosen;
    for (const auto& [group, parts] : groups) {
        chosen.insert(choosePart(parts));
    }
    return chosen;
}

const Field* AnswerMaker::choosePart(const std::vector<const Field*>& parts)
{
    if (parts.front()->firstCounts) {
        return random_.chance(kFirstPurposeShare) ? parts.front() : random_.pick(parts);
    }
    std::vector<const Field*> options; // each option is as likely as any other
    for (const Field* part : parts) {
        options.insert(options.end(), part->options.size(), part);
    }
    return random_.pick(options);
}

Answer AnswerMaker::answer(const FormTemplate& form, const Field& field)
{
    switch (field.writing) {
    case form::Writing::checkboxes:
        return choice(form, field);
    case form::Writing::region:
        return region(field);
    default:
        break;
    }
    if (isLeftEmpty(form, field)) {
        return {};
    }
    Content text;
    for (int attempt = 0; attempt < 30; ++attempt) { // until it fits
        text = content(form, field);
        if (fits(field, text.text)) {
            break;
        }
    }
    Answer result = laidOut(field, text.text, random_);
    result.value = normalForm(field.kind, result);
    if (!text.value.empty()) {
        result.value = text.value;
    }
    result.valid = text.valid;
    return result;
}

bool AnswerMaker::isLeftEmpty(const FormTemplate& form, const Field& field)
{
    if (says(field.label, {"anders"}) || says(field.id, {".anders"})) {
        return random_.chance(0.85); // only with the last option of the question before
    }
    if (field.kind == FieldKind::freeText) {
        return !(explain_ || (form.id != "7101" && form.id != "6009" && random_.chance(0.5)));
    }
    if (field.required) {
        return random_.chance(choose(difficulty_, 0.0, 0.01, 0.03));
    }
    return random_.chance(field.kind == FieldKind::vNumber ? 0.1 : 0.2);
}

std::size_t AnswerMaker::wantedOption(const FormTemplate& form, const Field& field)
{
    const auto find = [&](std::initializer_list<const char*> words) {
        for (std::size_t i = 0; i < field.options.size(); ++i) {
            if (says(field.options[i].label, words) || says(field.options[i].id, words)) {
                return static_cast<int>(i);
            }
        }
        return -1;
    };
    const int man = find({"man"});
    const int woman = find({"vrouw"});
    if (man >= 0 && woman >= 0 && field.options.size() == 2) {
        return static_cast<std::size_t>(person_.female ? woman : man);
    }
    const bool yesNo =
        field.options.size() == 2 && says(field.options[0].id, {"ja"}) && says(field.options[1].id, {"nee"});
    if (yesNo) {
        const double yes = form.id == "7101" ? 0.12 : form.id == "6009" ? 0.75 : 0.5;
        return random_.chance(yes) ? 0 : 1;
    }
    return random_.index(field.options.size());
}

Answer AnswerMaker::choice(const FormTemplate& form, const Field& field)
{
    if (!field.required && !field.firstCounts && random_.chance(0.12)) {
        return leaveChoice(field);
    }
    const std::size_t wanted = wantedOption(form, field);
    const std::string& id = field.options[wanted].id;
    explain_ = explain_ || (form.id == "7101" ? id == "ja" : form.id == "6009" && id == "nee");
    meant_[field.id] = id;
    return markChoice(field, wanted, difficulty_, random_);
}

Answer AnswerMaker::region(const Field& field)
{
    Answer answer;
    const double absent = field.kind == FieldKind::stamp ? 0.15 : kUnsignedShare;
    answer.present = !random_.chance(absent);
    answer.value = answer.present ? "present" : "absent";
    return answer;
}

AnswerMaker::Content AnswerMaker::content(const FormTemplate& form, const Field& field)
{
    switch (field.kind) {
    case FieldKind::vNumber:
        return {person_.vNumber, {}, true};
    case FieldKind::bsn:
        return {person_.bsn, {}, person_.bsnValid};
    case FieldKind::date:
        return dateContent(field);
    case FieldKind::name:
        return nameContent(field);
    case FieldKind::rsin:
    case FieldKind::kvk:
    case FieldKind::becon:
    case FieldKind::money:
    case FieldKind::number:
        return numberContent(form, field);
    case FieldKind::country:
        return {person_.birthCountry, {}, true};
    case FieldKind::nationality:
        return {person_.nationality, {}, true};
    case FieldKind::freeText:
        return textContent(form, field);
    default:
        return addressContent(form, field);
    }
}

AnswerMaker::Content AnswerMaker::nameContent(const Field& field)
{
    if (field.id.starts_with("7112.5.") && says(field.label, {"voorna", "achternaam"})) {
        // The accountant signs that section.
        const bool surname = says(field.label, {"achternaam"});
        return {surname ? randomSurname(words_, random_) : random_.pick(words_.femaleNames), {}, true};
    }
    if (isAboutAccountant(field)) {
        return {random_.pick(words_.accountants), {}, true};
    }
    if (isAboutFirm(field)) {
        return {random_.pick(words_.employers), {}, true};
    }
    if (says(field.label, {"partner", "echtgen", "verblijfgever", "contactpersoon", "functionaris"})) {
        return {random_.pick(words_.femaleNames) + " " + randomSurname(words_, random_), {}, true};
    }
    if (says(field.label, {"voorna"})) {
        const std::string& names = person_.firstNames;
        return {fits(field, names) ? names : names.substr(0, names.find(' ')), {}, true};
    }
    if (says(field.label, {"achternaam", "geslachtsnaam"})) {
        return {person_.surname, {}, true};
    }
    const std::string full = person_.fullName();
    const std::string initials = encode(decode(person_.firstNames).front()) + ". " + person_.surname;
    return {fits(field, full) ? full : initials, {}, true};
}

AnswerMaker::Content AnswerMaker::dateContent(const Field& field)
{
    Day day;
    const std::string label = capitals(field.label);
    if (says(label, {"geboorte", "geboren"})) {
        day = person_.birth;
    } else if (label.ends_with(" TOT") || says(label, {"t/m", "einde"})) {
        day = periodStart_;
        day.day = 31; // mostly the year's last day
        day.month = 12;
        if (random_.chance(0.3)) {
            day = randomDay(random_, periodStart_.year + 1, periodStart_.year + 1);
        }
    } else if (label.ends_with(" VAN") ||
               says(label, {"vanaf", "begin", "start", "sinds", "oprichting", "inschrijving"})) {
        day = random_.chance(0.7) ? Day{1, 1, random_.integer(2021, 2023)} : randomDay(random_, 2015, 2023);
        periodStart_ = day;
    } else {
        day = person_.signedOn;
    }
    const bool comb = field.writing == form::Writing::comb;
    const std::string digits = day.digits();
    const std::string text =
        comb ? digits : digits.substr(0, 2) + "-" + digits.substr(2, 2) + "-" + digits.substr(4);
    return {text, day.iso(), day.exists()};
}

AnswerMaker::Content AnswerMaker::textContent(const FormTemplate& form, const Field& field)
{
    if (form.id == "7112" &&
        says(field.label, {"beroep", "soort", "activiteit", "werkzaamheden", "branche"})) {
        return {random_.pick(words_.professions), {}, true};
    }
    return {explanation(field), {}, true};
}

std::string AnswerMaker::explanation(const Field& field)
{
    std::string text = random_.pick(words_.sentences);
    for (int i = 0; i < 3 && random_.chance(0.5); ++i) {
        const std::string longer = text + ". " + random_.pick(words_.sentences);
        if (!fits(field, longer)) {
            break;
        }
        text = longer;
    }
    if (!fits(field, text) && !field.lines.empty()) {
        const auto part =
            wrapped(text, TextDrawer::charactersThatFit(field.lines.front()), field.lines.size());
        text.clear();
        for (const std::string& line : part) {
            text += (text.empty() ? "" : " ") + line;
        }
    }
    return text;
}

AnswerMaker::Content AnswerMaker::numberContent(const FormTemplate& form, const Field& field)
{
    const int room = static_cast<int>(std::max<std::size_t>(1, field.cells.empty() ? 6 : field.cells.size()));
    switch (field.kind) {
    case FieldKind::rsin: {
        const bool valid = !random_.chance(0.05);
        return {randomBsn(random_, valid) + "L0" + std::to_string(random_.integer(1, 9)), {}, valid};
    }
    case FieldKind::kvk:
        return {randomDigits(random_, 8), {}, true};
    case FieldKind::becon:
        return {randomDigits(random_, 6), {}, true};
    case FieldKind::money: {
        const std::string amount = randomDigits(random_, std::min(room, random_.integer(3, 6)));
        const bool loss = form.id == "7112" && room > 4 && random_.chance(0.06);
        return {loss ? "-" + amount.substr(0, static_cast<std::size_t>(room) - 1) : amount, {}, true};
    }
    default:
        break;
    }
    if (says(field.label, {"jaar"}) && room >= 4) {
        return {std::to_string(random_.integer(2019, 2025)), {}, true};
    }
    const int most = room == 1 ? 9 : says(field.label, {"percentage", "%"}) ? 100 : 40;
    return {std::to_string(random_.integer(1, room == 2 ? std::min(99, most) : most)), {}, true};
}

AnswerMaker::Content AnswerMaker::addressContent(const FormTemplate& form, const Field& field)
{
    const bool own = form.id == "6009" || form.id == "7101" || form.id == "7116";
    const bool applicant = own && !isAboutFirm(field) && !isAboutAccountant(field);
    switch (field.kind) {
    case FieldKind::postcode:
        return {applicant ? person_.postcode : randomPostcode(random_), {}, true};
    case FieldKind::phone:
        return {applicant ? person_.phone : randomPhone(random_), {}, true};
    case FieldKind::street:
        return {applicant ? person_.street : random_.pick(words_.streets), {}, true};
    case FieldKind::houseNumber:
        return {applicant ? person_.houseNumber : randomHouseNumber(random_), {}, true};
    case FieldKind::email:
        return {applicant ? person_.email : randomEmail("INFO", random_.pick(words_.dutchSurnames), random_),
                {},
                true};
    case FieldKind::place:
        return {says(field.label, {"geboorte"}) ? person_.birthPlace
                                                : (applicant ? person_.place : random_.pick(words_.places)),
                {},
                true};
    default:
        return {explanation(field), {}, true};
    }
}

} // namespace scanstraat::synth
