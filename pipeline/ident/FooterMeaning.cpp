// SPDX-License-Identifier: EUPL-1.2
#include "ident/FooterMeaning.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace scanstraat::ident {

namespace {

constexpr std::size_t kLongestEdition = 12;

bool isAlnum(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string plain(std::string text)
{
    std::erase(text, ' ');
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Whether `part` is what remains of `whole` when characters get lost.
bool isRestOf(const std::string& part, const std::string& whole)
{
    auto next = part.begin();
    for (const char c : whole) {
        if (next != part.end() && *next == c) {
            ++next;
        }
    }
    return next == part.end();
}

/// What stands where the footer has its edition; empty when the rest differs.
std::string editionIn(const std::string& text, const std::string& before, const std::string& after)
{
    if (text.size() <= before.size() + after.size() || !text.starts_with(before) || !text.ends_with(after)) {
        return {};
    }
    return text.substr(before.size(), text.size() - before.size() - after.size());
}

bool isWhole(const std::string& edition)
{
    return !edition.empty() && edition.size() <= kLongestEdition && isAlnum(edition.front()) &&
           isAlnum(edition.back()) && edition.find('?') == std::string::npos;
}

} // namespace

FooterBook::FooterBook(std::span<const form::FormTemplate> templates) : templates_(templates)
{
    for (std::size_t form = 0; form < templates.size(); ++form) {
        for (const form::Page& page : templates[form].pages) {
            if (!page.footer.empty()) {
                Footer& footer = footers_.emplace_back(Footer{form, plain(page.footer), "", ""});
                findEdition(footer, plain(templates[form].id), plain(templates[form].edition));
            }
        }
    }
}

void FooterBook::findEdition(Footer& footer, const std::string& id, const std::string& edition)
{
    const std::size_t named = footer.text.find(id);
    if (id.empty() || edition.empty() || named == std::string::npos) {
        return;
    }
    std::size_t at = footer.text.find(edition, named + id.size());
    if (at == std::string::npos) {
        at = footer.text.substr(0, named).rfind(edition);
    }
    if (at != std::string::npos) {
        footer.before = footer.text.substr(0, at);
        footer.after = footer.text.substr(at + edition.size());
    }
}

FooterMeaning FooterBook::meaningOf(const std::string& text, const form::Page& expected) const
{
    using Kind = FooterMeaning::Kind;
    const std::string read = plain(text);
    if (read.empty() || expected.footer.empty()) {
        return {};
    }
    if (read == plain(expected.footer)) {
        return {Kind::samePage, 0, {}};
    }
    if (std::ranges::any_of(footers_, [&](const Footer& footer) { return footer.text == read; })) {
        return {Kind::otherPage, 0, {}};
    }
    for (const Footer& footer : footers_) {
        if (footer.before.empty() && footer.after.empty()) {
            continue;
        }
        std::string edition = editionIn(read, footer.before, footer.after);
        if (isWhole(edition) &&
            !isRestOf(lettersAndDigits(edition), lettersAndDigits(templates_[footer.form].edition))) {
            return {Kind::otherEdition, footer.form, std::move(edition)};
        }
    }
    return {};
}

FooterMeaning FooterBook::looseMeaningOf(const std::string& text, const form::Page& expected) const
{
    using Kind = FooterMeaning::Kind;
    const std::string read = lettersAndDigits(text);
    if (read.empty() || expected.footer.empty()) {
        return {};
    }
    if (read == lettersAndDigits(expected.footer)) {
        return {Kind::samePage, 0, {}};
    }
    const bool isKnown = std::ranges::any_of(
        footers_, [&](const Footer& footer) { return lettersAndDigits(footer.text) == read; });
    return {isKnown ? Kind::otherPage : Kind::nothing, 0, {}};
}

std::string FooterBook::knownEditions(const std::string& formId) const
{
    std::set<std::string> editions;
    for (const form::FormTemplate& form : templates_) {
        if (form.id == formId) {
            editions.insert(form.edition);
        }
    }
    std::string list;
    for (const std::string& edition : editions) {
        list += (list.empty() ? "" : ", ") + edition;
    }
    return list;
}

std::string lettersAndDigits(const std::string& text)
{
    std::string result = plain(text);
    std::erase_if(result, [](char c) { return !isAlnum(c); });
    return result;
}

} // namespace scanstraat::ident
