// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Splitter.h"

#include "dossier/Templates.h"

#include <algorithm>
#include <set>

namespace scanstraat::dossier {

namespace {

using reading::PageReading;
using PageKey = std::pair<std::string, int>;

PageKey keyOf(const PageReading& page)
{
    return {page.form, page.number};
}

bool isOpening(const PageReading& page, std::span<const form::FormTemplate> templates)
{
    const form::FormTemplate* form = reading::isFormPage(page) ? findTemplate(templates, page.form) : nullptr;
    return form != nullptr && form->opensApplication && !form->pages.empty() &&
           page.number == form->pages.front().number;
}

/// Whether both pages carry the same filled-in fields with the same values: two at least, none different.
bool samePerson(const PageReading& a, const PageReading& b)
{
    int same = 0;
    for (const reading::FieldReading& field : a.fields) {
        const auto other = std::find_if(b.fields.begin(), b.fields.end(),
                                        [&field](const auto& one) { return one.fieldId == field.fieldId; });
        if (other == b.fields.end() || field.value.empty() || other->value.empty()) {
            continue;
        }
        const bool sure = reading::isAccepted(field.state) && reading::isAccepted(other->state);
        if (sure && field.value != other->value) {
            return false;
        }
        same += field.value == other->value ? 1 : 0;
    }
    return same >= 2;
}

/// The application that is being put together.
struct Current
{
    std::size_t length = 0;
    std::set<PageKey> keys;
    const PageReading* opening = nullptr;
    bool hasOpeningForm = false; ///< any page of a form that opens an application

    void add(const PageReading& page, std::span<const form::FormTemplate> templates)
    {
        ++length;
        if (!reading::isFormPage(page)) {
            return;
        }
        keys.insert(keyOf(page));
        const form::FormTemplate* form = findTemplate(templates, page.form);
        hasOpeningForm = hasOpeningForm || (form != nullptr && form->opensApplication);
        if (opening == nullptr && isOpening(page, templates)) {
            opening = &page;
        }
    }
};

/// Whether none of the pages from `index` to the next opening page is in the application already.
bool completes(const Current& current, std::span<const PageReading> rest,
               std::span<const form::FormTemplate> templates)
{
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (i > 0 && isOpening(rest[i], templates)) {
            return true;
        }
        if (reading::isFormPage(rest[i]) && current.keys.contains(keyOf(rest[i]))) {
            return false;
        }
    }
    return true;
}

bool startsInStream(const Current& current, const PageReading& page,
                    std::span<const form::FormTemplate> templates)
{
    if (isOpening(page, templates)) {
        return true;
    }
    const form::FormTemplate* form = findTemplate(templates, page.form);
    const bool opener = form != nullptr && form->opensApplication;
    return current.keys.contains(keyOf(page)) && (opener || !current.hasOpeningForm);
}

bool startsInFile(const Current& current, std::span<const PageReading> rest,
                  std::span<const form::FormTemplate> templates)
{
    const PageReading& page = rest.front();
    if (!isOpening(page, templates)) {
        return false;
    }
    if (current.opening == nullptr) {
        return !completes(current, rest, templates);
    }
    return !samePerson(*current.opening, page);
}

} // namespace

std::vector<Stretch> betweenSeparators(std::span<const PageReading> pages)
{
    std::vector<Stretch> stretches;
    bool goesOn = false;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool separates = pages[i].pageClass == reading::PageClass::separator;
        if (!separates && !goesOn) {
            stretches.push_back({i, 0});
        }
        goesOn = !separates;
        if (goesOn) {
            ++stretches.back().count;
        }
    }
    return stretches;
}

std::vector<std::size_t> splitApplications(std::span<const PageReading> pages, bool stream,
                                           std::span<const form::FormTemplate> templates)
{
    std::vector<std::size_t> lengths;
    Current current;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool starts = reading::isFormPage(pages[i]) && !current.keys.empty() &&
                            (stream ? startsInStream(current, pages[i], templates)
                                    : startsInFile(current, pages.subspan(i), templates));
        if (starts) {
            lengths.push_back(current.length);
            current = {};
        }
        current.add(pages[i], templates);
    }
    if (current.length > 0) {
        lengths.push_back(current.length);
    }
    return lengths;
}

} // namespace scanstraat::dossier
