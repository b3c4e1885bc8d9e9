// SPDX-License-Identifier: EUPL-1.2
#include "EnvelopePlan.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace scanstraat::synth {

namespace {

using Pages = std::vector<PlannedPage>;

void shuffle(Pages& pages, Random& random)
{
    for (std::size_t i = pages.size(); i > 1; --i) {
        std::swap(pages[i - 1], pages[random.index(i)]);
    }
}

bool sameForm(const PlannedPage& a, const PlannedPage& b)
{
    return a.page.form == b.page.form;
}

std::ptrdiff_t randomIndex(const Pages& pages, Random& random)
{
    return static_cast<std::ptrdiff_t>(random.index(pages.size() + 1));
}

/// Indices of the pages that `take` is true for, in random order.
template <typename Take>
std::vector<std::size_t> pick(const Pages& pages, Random& random, const Take& take)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (take(pages[i])) {
            chosen.push_back(i);
        }
    }
    for (std::size_t i = chosen.size(); i > 1; --i) {
        std::swap(chosen[i - 1], chosen[random.index(i)]);
    }
    return chosen;
}

/// One or two needed pages, but never all of a form.
void loosePages(Pages& pages, Random& random)
{
    for (int left = random.integer(1, 2); left > 0; --left) {
        const auto chosen = pick(pages, random, [&](const PlannedPage& page) {
            return page.needed && std::ranges::count_if(pages, [&](const PlannedPage& other) {
                                      return sameForm(other, page);
                                  }) > 1;
        });
        if (chosen.empty()) {
            return;
        }
        const PlannedPage& page = pages[chosen.front()];
        page.owner->defects.push_back({"missing-page", page.page.form, page.page.number});
        pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(chosen.front()));
    }
}

/// All of one of the forms that were asked for.
void looseForm(Pages& pages, Random& random)
{
    std::set<std::string> forms;
    for (const PlannedPage& page : pages) {
        if (!page.page.form.empty() && page.page.isAskedFor) {
            forms.insert(page.page.form);
        }
    }
    if (forms.empty()) {
        loosePages(pages, random);
        return;
    }
    const std::vector<std::string> names(forms.begin(), forms.end());
    const std::string form = random.pick(names);
    pages.front().owner->defects.push_back({"missing-form", form, 0});
    std::erase_if(pages, [&form](const PlannedPage& page) { return page.page.form == form; });
}

/// One to three sheets a second time: behind the first scan of them, or anywhere.
void scanTwice(Pages& pages, Random& random)
{
    for (int left = random.integer(1, 3); left > 0; --left) {
        const auto chosen =
            pick(pages, random, [](const PlannedPage& page) { return page.needed && !page.page.isCopy; });
        if (chosen.empty()) {
            return;
        }
        PlannedPage copy = pages[chosen.front()];
        pages[chosen.front()].page.isCopy = true;
        copy.page.isCopy = true;
        copy.owner->defects.push_back({"duplicate-page", copy.page.form, copy.page.number});
        const std::ptrdiff_t behind = static_cast<std::ptrdiff_t>(chosen.front()) + 1;
        const std::ptrdiff_t at = random.chance(0.6) ? behind : randomIndex(pages, random);
        pages.insert(pages.begin() + at, std::move(copy));
    }
}

/// One or two of somebody else's pages, next to each other or not.
void letIn(Pages& pages, const Pages& strays, Random& random)
{
    const auto chosen = pick(strays, random, [](const PlannedPage& page) { return page.needed; });
    const auto most = std::min<std::size_t>(chosen.size(), static_cast<std::size_t>(random.integer(1, 2)));
    for (std::size_t i = 0; i < most; ++i) {
        pages.insert(pages.begin() + randomIndex(pages, random), strays[chosen[i]]);
    }
}

/// The forms of two applicants in turns, each with the blank pages in and behind it.
Pages inTurns(const Pages& first, const Pages& second)
{
    Pages result;
    std::size_t a = 0;
    std::size_t b = 0;
    const auto take = [&result](const Pages& from, std::size_t& at) {
        const std::size_t start = at;
        while (at < from.size() && (sameForm(from[at], from[start]) || from[at].page.pageClass == "blank")) {
            result.push_back(from[at++]);
        }
    };
    while (a < first.size() || b < second.size()) {
        take(first, a);
        take(second, b);
    }
    return result;
}

Pages both(Pages first, const Pages& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// The pages of two applicants: mostly one application behind the other, seldom all mixed.
Pages joined(const Pages& first, const Pages& second, Random& random)
{
    switch (random.weighted({0.4, 0.25, 0.25, 0.1})) {
    case 0:
        return both(first, second);
    case 1:
        return inTurns(first, second);
    case 2: {
        Pages result = both(first, second); // a page of the second one lies among the first one's
        const auto from = first.size() + random.index(second.size());
        PlannedPage page = result[from];
        result.erase(result.begin() + static_cast<std::ptrdiff_t>(from));
        result.insert(result.begin() + static_cast<std::ptrdiff_t>(random.index(first.size())), page);
        return result;
    }
    default: {
        Pages result = both(first, second);
        shuffle(result, random);
        return result;
    }
    }
}

} // namespace

std::string toString(EnvelopeKind kind)
{
    switch (kind) {
    case EnvelopeKind::plain:
        return "plain";
    case EnvelopeKind::clean:
        return "clean";
    case EnvelopeKind::shuffled:
        return "shuffled";
    case EnvelopeKind::missing:
        return "missing";
    case EnvelopeKind::duplicated:
        return "duplicated";
    case EnvelopeKind::foreign:
        return "foreign";
    case EnvelopeKind::two:
        return "two";
    case EnvelopeKind::mixed:
        return "mixed";
    }
    return "";
}

EnvelopeKind kindOf(EnvelopeKind kind, int number)
{
    constexpr std::array kKinds{EnvelopeKind::clean,      EnvelopeKind::shuffled, EnvelopeKind::missing,
                                EnvelopeKind::duplicated, EnvelopeKind::foreign,  EnvelopeKind::two};
    return kind == EnvelopeKind::mixed ? kKinds.at(static_cast<std::size_t>(number) % kKinds.size()) : kind;
}

std::vector<PlannedPage> arrange(EnvelopeKind kind, std::vector<std::vector<PlannedPage>> applications,
                                 const std::vector<PlannedPage>& strays, Random& random)
{
    Pages pages = std::move(applications.front());
    switch (kind) {
    case EnvelopeKind::shuffled:
        shuffle(pages, random);
        break;
    case EnvelopeKind::missing:
        random.chance(0.25) ? looseForm(pages, random) : loosePages(pages, random);
        break;
    case EnvelopeKind::duplicated:
        scanTwice(pages, random);
        break;
    case EnvelopeKind::foreign:
        letIn(pages, strays, random);
        break;
    case EnvelopeKind::two:
        return joined(pages, applications.back(), random);
    case EnvelopeKind::plain:
    case EnvelopeKind::clean:
    case EnvelopeKind::mixed:
        break;
    }
    return pages;
}

} // namespace scanstraat::synth
