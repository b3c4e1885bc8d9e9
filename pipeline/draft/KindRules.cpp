// SPDX-License-Identifier: EUPL-1.2
#include "draft/KindRules.h"

#include "draft/TextSigns.h"

#include <array>
#include <cctype>
#include <string_view>

namespace scanstraat::draft {

namespace {

using form::FieldKind;

struct WordRule
{
    std::string_view word; ///< small letters; a leading * allows letters before it, a trailing one after it
    FieldKind kind;
};

/// The first word that the label has decides: special ones stand before general ones.
constexpr std::array kRules{
    WordRule{"handtekening*", FieldKind::signature},
    WordRule{"signature*", FieldKind::signature},
    WordRule{"paraaf", FieldKind::signature},
    WordRule{"*stempel*", FieldKind::stamp},
    WordRule{"stamp", FieldKind::stamp},
    WordRule{"*pasfoto*", FieldKind::photo},
    WordRule{"passport photo", FieldKind::photo},
    WordRule{"foto", FieldKind::photo},
    WordRule{"v-nummer", FieldKind::vNumber},
    WordRule{"vreemdelingennummer", FieldKind::vNumber},
    WordRule{"v-number", FieldKind::vNumber},
    WordRule{"bsn", FieldKind::bsn},
    WordRule{"burgerservicenummer", FieldKind::bsn},
    WordRule{"citizen service number", FieldKind::bsn},
    WordRule{"sofinummer", FieldKind::bsn},
    WordRule{"rsin", FieldKind::rsin},
    WordRule{"kvk*", FieldKind::kvk},
    WordRule{"kamer van koophandel", FieldKind::kvk},
    WordRule{"becon*", FieldKind::becon},
    WordRule{"e-mail*", FieldKind::email},
    WordRule{"email*", FieldKind::email},
    WordRule{"*telefoon*", FieldKind::phone},
    WordRule{"mobiel*", FieldKind::phone},
    WordRule{"*phone*", FieldKind::phone},
    WordRule{"tel", FieldKind::phone},
    WordRule{"postcode", FieldKind::postcode},
    WordRule{"postal code", FieldKind::postcode},
    WordRule{"*datum", FieldKind::date},
    WordRule{"date", FieldKind::date},
    WordRule{"dag maand jaar", FieldKind::date},
    WordRule{"*nationaliteit", FieldKind::nationality},
    WordRule{"nationality", FieldKind::nationality},
    WordRule{"straat*", FieldKind::street},
    WordRule{"*huisnummer", FieldKind::houseNumber},
    WordRule{"huisnr", FieldKind::houseNumber},
    WordRule{"house number", FieldKind::houseNumber},
    WordRule{"*adres", FieldKind::street},
    WordRule{"street", FieldKind::street},
    WordRule{"address", FieldKind::street},
    WordRule{"*plaats", FieldKind::place},
    WordRule{"place", FieldKind::place},
    WordRule{"city", FieldKind::place},
    WordRule{"town", FieldKind::place},
    WordRule{"land", FieldKind::country},
    WordRule{"*eland", FieldKind::country}, // geboorteland
    WordRule{"country", FieldKind::country},
    WordRule{"*bedrag", FieldKind::money},
    WordRule{"€", FieldKind::money},
    WordRule{"euro", FieldKind::money},
    WordRule{"*salaris", FieldKind::money},
    WordRule{"*inkomen", FieldKind::money},
    WordRule{"amount", FieldKind::money},
    WordRule{"*naam", FieldKind::name},
    WordRule{"*namen", FieldKind::name},
    WordRule{"voorna", FieldKind::name}, // Voorna(a)m(en)
    WordRule{"voorletters", FieldKind::name},
    WordRule{"tussenvoegsel*", FieldKind::name},
    WordRule{"*name", FieldKind::name},
    WordRule{"*names", FieldKind::name},
    WordRule{"aantal*", FieldKind::number},
    WordRule{"*nummer", FieldKind::number},
    WordRule{"number", FieldKind::number},
};

bool isLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool holds(const std::string& label, std::string_view rule)
{
    const bool before = rule.starts_with('*');
    const bool after = rule.ends_with('*');
    const std::string_view word =
        rule.substr(before ? 1 : 0, rule.size() - (before ? 1 : 0) - (after ? 1 : 0));
    const bool isWord = isLetter(word.front()) && word.front() > 0;
    for (std::size_t at = label.find(word); at != std::string::npos; at = label.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = before || !isWord || at == 0 || !isLetter(label[at - 1]);
        const bool ends = after || !isWord || end >= label.size() || !isLetter(label[end]);
        if (starts && ends) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<FieldKind> kindFromLabel(const std::string& label)
{
    const std::string small = lowered(label);
    for (const WordRule& rule : kRules) {
        if (holds(small, rule.word)) {
            return rule.kind;
        }
    }
    return std::nullopt;
}

bool asksForSeveral(const std::string& label)
{
    constexpr std::array<std::string_view, 7> kWords{"meerdere",       "meer dan één", "meer dan een", "alle",
                                                     "all that apply", "one or more",  "een of meer"};
    const std::string small = lowered(label);
    for (const std::string_view word : kWords) {
        if (holds(small, word)) {
            return true;
        }
    }
    return false;
}

} // namespace scanstraat::draft
