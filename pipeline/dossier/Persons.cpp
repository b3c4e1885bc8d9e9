// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Persons.h"

#include "dossier/Templates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace scanstraat::dossier {

namespace {

using reading::PageReading;
using PageKey = std::pair<std::string, int>;

/// Odds that two pages of an envelope with one application are of one person, before anything is read. In a
/// stack of applications they fall with their number.
constexpr double kSameBefore = 20.0;

/// Pages that say most come first: a V-number more than a birth date, that more than a name.
int strength(const PersonClues& clues)
{
    return (clues.vNumber.empty() ? 0 : 4) + (clues.birthDate.empty() ? 0 : 2) +
           (clues.names.empty() ? 0 : 1);
}

std::vector<std::size_t> strongestFirst(std::span<const PersonClues> clues)
{
    std::vector<std::size_t> order(clues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return !clues[i].tellsAPerson(); });
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return strength(clues[i]); });
    return order;
}

/// `applications`: how many may be there.
std::vector<Person> personsByClues(std::span<const PersonClues> clues, std::size_t applications)
{
    std::vector<Person> persons;
    for (const std::size_t page : strongestFirst(clues)) {
        Person* best = nullptr;
        double most = -std::log(kSameBefore / static_cast<double>(std::max<std::size_t>(1, applications)));
        for (Person& person : persons) {
            const double likeness = likenessTo(person, page, clues);
            if (likeness > most) {
                most = likeness;
                best = &person;
            }
        }
        if (best == nullptr) {
            best = &persons.emplace_back();
        }
        best->pages.push_back(page);
    }
    return persons;
}

/// Pages from one first page of a form that opens an application to the next, or those before the first one.
struct Part
{
    std::vector<std::size_t> formPages;
    bool hasClues = false;
};

std::vector<Part> partsByOpenings(std::span<const PageReading> pages, std::span<const PersonClues> clues,
                                  std::span<const form::FormTemplate> templates)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (parts.empty() || isOpening(pages[i], templates)) {
            parts.emplace_back();
        }
        if (reading::isFormPage(pages[i])) {
            parts.back().formPages.push_back(i);
            parts.back().hasClues = parts.back().hasClues || clues[i].tellsAPerson();
        }
    }
    return parts;
}

/// For how many applications the opening forms' pages are enough: the most copies of one of them.
std::size_t mostCopies(std::span<const PageReading> pages, std::span<const form::FormTemplate> templates)
{
    std::map<PageKey, std::size_t> copies;
    std::size_t most = 0;
    for (const PageReading& page : pages) {
        if (isOfOpeningForm(page, templates)) {
            most = std::max(most, ++copies[{page.form, page.number}]);
        }
    }
    return most;
}

/// How many applications the opening forms' pages make: the most copies that a third of a form's pages have.
std::size_t wholeApplications(std::span<const PageReading> pages,
                              std::span<const form::FormTemplate> templates)
{
    std::map<std::string, std::map<int, std::size_t>> copies;
    for (const PageReading& page : pages) {
        if (isOfOpeningForm(page, templates)) {
            ++copies[page.form][page.number];
        }
    }
    std::size_t sum = 0;
    for (const auto& [form, numbers] : copies) {
        std::vector<std::size_t> counts;
        for (const auto& [number, count] : numbers) {
            counts.push_back(count);
        }
        std::ranges::sort(counts, std::ranges::greater{});
        const std::size_t third = (findTemplate(templates, form)->pages.size() + 2) / 3;
        sum += counts.size() >= third ? counts[third - 1] : 0;
    }
    return sum;
}

/// Of more persons than there are applications those who are known by the fewest pages have only strayed in.
void demoteStrays(std::vector<Person>& persons, std::size_t applications)
{
    std::vector<Person*> openers;
    for (Person& person : persons) {
        if (person.opens) {
            openers.push_back(&person);
        }
    }
    std::ranges::stable_sort(openers, std::ranges::greater{},
                             [](const Person* person) { return person->pages.size(); });
    for (std::size_t i = std::max<std::size_t>(1, applications); i < openers.size(); ++i) {
        openers[i]->opens = false;
    }
}

/// Adds one for each part without clues that opens an application beyond those whose person is known. A first
/// page alone is rather a copy of another one.
void addNameless(std::vector<Person>& persons, std::span<const PageReading> pages,
                 std::span<const PersonClues> clues, std::span<const form::FormTemplate> templates,
                 std::size_t wanted)
{
    const auto known = static_cast<std::size_t>(std::ranges::count_if(persons, &Person::opens));
    std::vector<Part> parts = partsByOpenings(pages, clues, templates);
    std::erase_if(parts, [&](const Part& part) {
        return part.hasClues || part.formPages.size() < 2 ||
               !isOfOpeningForm(pages[part.formPages.front()], templates);
    });
    std::ranges::stable_sort(parts, std::ranges::greater{},
                             [](const Part& part) { return part.formPages.size(); });
    for (std::size_t i = 0; i < parts.size() && known + i < wanted; ++i) {
        persons.push_back({{parts[i].formPages.front()}, true, true});
    }
}

} // namespace

bool isOfOpeningForm(const PageReading& page, std::span<const form::FormTemplate> templates)
{
    const form::FormTemplate* form = reading::isFormPage(page) ? findTemplate(templates, page.form) : nullptr;
    return form != nullptr && form->opensApplication;
}

bool isOpening(const PageReading& page, std::span<const form::FormTemplate> templates)
{
    const form::FormTemplate* form = reading::isFormPage(page) ? findTemplate(templates, page.form) : nullptr;
    return form != nullptr && form->opensApplication && !form->pages.empty() &&
           page.number == form->pages.front().number;
}

double likenessTo(const Person& person, std::size_t page, std::span<const PersonClues> clues)
{
    Likeness best;
    bool compared = false;
    for (const std::size_t other : person.pages) {
        if (other == page) {
            continue;
        }
        const Likeness one = compare(clues[page], clues[other]);
        best.vNumber = compared ? std::max(best.vNumber, one.vNumber) : one.vNumber;
        best.birthDate = compared ? std::max(best.birthDate, one.birthDate) : one.birthDate;
        best.name = compared ? std::max(best.name, one.name) : one.name;
        compared = true;
    }
    return best.sum();
}

std::vector<Person> findPersons(std::span<const PageReading> pages, std::span<const PersonClues> clues,
                                std::span<const form::FormTemplate> templates)
{
    const std::size_t applications = mostCopies(pages, templates);
    std::vector<Person> persons = personsByClues(clues, applications);
    for (Person& person : persons) {
        person.opens = std::ranges::any_of(
            person.pages, [&](std::size_t page) { return isOfOpeningForm(pages[page], templates); });
    }
    demoteStrays(persons, wholeApplications(pages, templates));
    addNameless(persons, pages, clues, templates, applications);
    return persons;
}

} // namespace scanstraat::dossier
