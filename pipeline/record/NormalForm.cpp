// SPDX-License-Identifier: EUPL-1.2
#include "record/NormalForm.h"

#include "record/Dates.h"
#include "rules/Checks.h"
#include "rules/CountryNames.h"
#include "rules/TextForm.h"

namespace scanstraat::record {

namespace {

using form::FieldKind;

NormalForm judged(std::string value, bool valid, const char* problem)
{
    return {std::move(value), valid ? "" : problem};
}

/// A number of fixed length.
NormalForm fixedDigits(const std::string& text, std::size_t length, const char* problem)
{
    const std::string value = rules::withoutSpaces(text);
    return judged(value, rules::isDigits(value) && value.size() == length, problem);
}

NormalForm vNumber(const std::string& text)
{
    NormalForm form = fixedDigits(text, 10, "V-nummer heeft geen 10 cijfers");
    if (form.problem.empty() && form.value.find_first_not_of('0') == std::string::npos) {
        form.problem = "V-nummer bestaat uit nullen";
    }
    return form;
}

NormalForm bsn(const std::string& text)
{
    NormalForm form = fixedDigits(text, 9, "BSN heeft geen 9 cijfers");
    if (form.problem.empty() && !rules::passesElfproef(form.value)) {
        form.problem = "BSN voldoet niet aan de elfproef";
    }
    return form;
}

NormalForm rsin(const std::string& text)
{
    const std::string value = rules::upperCase(rules::withoutSpaces(text));
    return judged(value, rules::isLoonheffingennummer(value),
                  "Geen geldig loonheffingennummer (RSIN, L, 2 cijfers)");
}

NormalForm date(const reading::FieldReading& reading, const form::Field& field)
{
    const auto written = writtenDate(reading, field);
    const auto iso = written ? isoDate(*written) : std::nullopt;
    if (!iso) {
        return {rules::digitsOf(reading.raw), "Datum is niet volledig"};
    }
    return judged(*iso, calendarDay(*iso).has_value(), "Datum bestaat niet");
}

NormalForm phone(const std::string& text)
{
    const std::string digits = rules::digitsOf(text);
    const std::string trimmed = rules::withoutSpaces(text);
    const std::string value = trimmed.starts_with('+') || trimmed.starts_with("(+") ? "+" + digits : digits;
    return judged(value, rules::isPhone(value), "Geen geldig telefoonnummer");
}

NormalForm money(const std::string& text)
{
    std::string value = rules::withoutSpaces(text);
    for (const std::string_view cents : {",00", ".00", ",--", ",-"}) {
        if (value.size() > cents.size() && std::string_view(value).ends_with(cents)) {
            value.resize(value.size() - cents.size());
            break;
        }
    }
    const bool negative = value.starts_with('-');
    const std::string digits = rules::digitsOf(value);
    const bool clean = value.find_first_not_of("0123456789.-") == std::string::npos;
    return judged((negative ? "-" : "") + digits, clean && !digits.empty(), "Geen bedrag in hele euro's");
}

/// Whole, or with a decimal comma: 40, 37,5.
NormalForm number(const std::string& text)
{
    const std::string value = rules::withoutSpaces(text);
    const std::size_t comma = value.find_first_of(",.");
    const bool valid = comma == std::string::npos ? rules::isDigits(value)
                                                  : rules::isDigits(value.substr(0, comma)) &&
                                                        rules::isDigits(value.substr(comma + 1));
    return judged(value, valid, "Geen getal");
}

NormalForm houseNumber(const std::string& text)
{
    std::string value = rules::upperCase(rules::singleSpaced(text));
    const bool valid = !value.empty() && value[0] >= '1' && value[0] <= '9';
    return judged(std::move(value), valid, "Huisnummer begint niet met een cijfer");
}

NormalForm words(const std::string& text, bool digits)
{
    std::string value = rules::upperCase(rules::singleSpaced(text));
    const bool valid = rules::isNameText(value, digits);
    return judged(std::move(value), valid, digits ? "Vreemde tekens" : "Vreemde tekens of cijfers");
}

using NameTest = bool (*)(std::string_view);
using NearestName = std::optional<std::string> (*)(std::string_view);

/// A name of a list as it is spelled there: many leave diacritics out. One that is not in it is proposed as
/// the nearest that is, for a person to confirm.
NormalForm inList(const std::string& text, NameTest isIn, NearestName nearest, const char* problem)
{
    std::string value = rules::upperCase(rules::singleSpaced(text));
    if (isIn(value)) {
        return {rules::properSpelling(value).value_or(value), ""};
    }
    if (const auto name = nearest(value)) {
        return {*name, std::string(problem) + ": " + value + "; voorstel " + *name};
    }
    return {std::move(value), problem};
}

/// The characters of a comb without its empty cells, or the text of the lines.
std::string writtenText(const reading::FieldReading& reading, const form::Field& field)
{
    if (field.writing != form::Writing::comb || reading.characters.empty()) {
        return reading.raw;
    }
    std::string text;
    for (const reading::CharacterReading& character : reading.characters) {
        text += character.text;
    }
    return text;
}

} // namespace

NormalForm normalForm(const reading::FieldReading& reading, const form::Field& field)
{
    const std::string text = writtenText(reading, field);
    switch (field.kind) {
    case FieldKind::vNumber:
        return vNumber(text);
    case FieldKind::bsn:
        return bsn(text);
    case FieldKind::rsin:
        return rsin(text);
    case FieldKind::kvk:
        return fixedDigits(text, 8, "KvK-nummer heeft geen 8 cijfers");
    case FieldKind::becon:
        return fixedDigits(text, 6, "BECON-nummer heeft geen 6 cijfers");
    case FieldKind::date:
        return date(reading, field);
    case FieldKind::postcode: {
        const std::string value = rules::upperCase(rules::withoutSpaces(text));
        return judged(value, rules::isPostcode(value), "Geen geldige postcode");
    }
    case FieldKind::phone:
        return phone(text);
    case FieldKind::email: {
        const std::string value = rules::lowerAscii(rules::withoutSpaces(text));
        return judged(value, rules::isEmail(value), "Geen geldig e-mailadres");
    }
    case FieldKind::money:
        return money(text);
    case FieldKind::number:
        return number(text);
    case FieldKind::country:
        return inList(text, rules::isCountryName, rules::nearestCountryName, "Geen bekende landnaam");
    case FieldKind::nationality:
        return inList(text, rules::isNationality, rules::nearestNationality, "Geen bekende nationaliteit");
    case FieldKind::houseNumber:
        return houseNumber(text);
    case FieldKind::street:
        return words(text, true);
    case FieldKind::name:
    case FieldKind::place:
        return words(text, false);
    default:
        return {rules::upperCase(rules::singleSpaced(text)), ""};
    }
}

} // namespace scanstraat::record
