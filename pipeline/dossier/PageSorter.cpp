// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageSorter.h"

#include "base/Median.h"
#include "dossier/PageBeliefs.h"
#include "dossier/PageContent.h"
#include "dossier/Templates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <type_traits>

namespace scanstraat::dossier {

namespace {

using reading::PageClass;
using reading::PageReading;
using PageKey = std::pair<std::string, int>;

constexpr double kSure = 0.98; ///< probability from which a page is somebody's

/// Sorts the pages of one envelope.
class PageSorter
{
public:
    PageSorter(std::span<const PageReading> pages, std::span<const form::FormTemplate> templates)
        : pages_(pages), templates_(templates)
    {
        for (const PageReading& page : pages) {
            clues_.push_back(cluesOf(page, templates));
        }
        persons_ = findPersons(pages, clues_, templates);
        if (persons_.empty()) {
            persons_.push_back({{}, true, true});
        }
    }

    SortedPages sort()
    {
        beliefs_ = believe(pages_, clues_, persons_, templates_);
        chooseApplicants();
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            place(i);
        }
        for (std::size_t a = 0; a < persons_.size(); ++a) {
            std::vector<std::size_t>& application = result_.applications[a];
            putAsideOtherCopies(application);
            putAsideOtherPrints(application);
            putAsideStrayForms(application, persons_[a]);
            removeDoubtful(application);
        }
        std::ranges::sort(result_.doubtful, {}, &DoubtfulPage::page);
        putInScanOrder();
        return std::move(result_);
    }

private:
    /// Somebody of whom only stray pages are there does not apply, unless nobody else does.
    void chooseApplicants()
    {
        const bool anyOpens = std::ranges::any_of(persons_, &Person::opens);
        for (std::size_t a = 0; a < persons_.size(); ++a) {
            applies_.push_back(!anyOpens || (persons_[a].opens && hasEnoughOfAForm(a)));
        }
        if (std::ranges::none_of(applies_, [](bool applies) { return applies; })) {
            const auto most = std::ranges::max_element(persons_, {}, [](const Person& person) {
                return person.opens ? person.pages.size() + 1 : 0;
            });
            applies_[static_cast<std::size_t>(most - persons_.begin())] = true;
        }
        result_.applications.resize(persons_.size());
    }

    /// The first page, or a third, of a form that opens an application.
    [[nodiscard]] bool hasEnoughOfAForm(std::size_t person) const
    {
        std::map<std::string, std::vector<int>> numbers;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (isOfOpeningForm(pages_[i], templates_) && likeliest(i) == person) {
                std::vector<int>& seen = numbers[pages_[i].form];
                if (isOpening(pages_[i], templates_)) {
                    return true;
                }
                if (std::ranges::find(seen, pages_[i].number) == seen.end()) {
                    seen.push_back(pages_[i].number);
                }
            }
        }
        return std::ranges::any_of(numbers, [&](const auto& one) {
            return 3 * one.second.size() >= findTemplate(templates_, one.first)->pages.size();
        });
    }

    [[nodiscard]] std::size_t likeliest(std::size_t page) const
    {
        return static_cast<std::size_t>(std::ranges::max_element(beliefs_[page]) - beliefs_[page].begin());
    }

    void place(std::size_t page)
    {
        const std::size_t person = likeliest(page);
        if (applies_[person] && beliefs_[page][person] >= kSure) {
            result_.applications[person].push_back(page);
            return;
        }
        double others = 0.0;
        for (std::size_t a = 0; a < persons_.size(); ++a) {
            others += applies_[a] ? 0.0 : beliefs_[page][a];
        }
        if (others >= 1.0 - kSure) {
            putAside(page, {"page.held.other-person",
                            others >= kSure ? "Deze pagina is van een ander dan de aanvrager"
                                            : "Deze pagina kan van een ander dan de aanvrager zijn",
                            "", true});
        } else {
            putAside(page, {"page.held.unclear-person",
                            "Van welke aanvrager in deze envelop deze pagina is, is niet zeker", "", true});
        }
    }

    void putAside(std::size_t page, reading::Finding reason)
    {
        std::vector<double> shares;
        for (std::size_t a = 0; a < persons_.size(); ++a) {
            shares.push_back(applies_[a] ? beliefs_[page][a] : 0.0);
        }
        result_.doubtful.push_back({page, std::move(reason), std::move(shares)});
    }

    /// Two sheets of one page that say something else cannot both be right. The one between its neighbours
    /// stays; where both or none are, none does.
    void putAsideOtherCopies(std::vector<std::size_t>& application)
    {
        std::map<PageKey, std::vector<std::size_t>> copies;
        for (const std::size_t page : application) {
            if (reading::isFormPage(pages_[page])) {
                copies[{pages_[page].form, pages_[page].number}].push_back(page);
            }
        }
        for (const auto& [key, pages] : copies) {
            for (const std::size_t page : pages) {
                if (isOutdone(page, pages, application)) {
                    putAside(page, {kHeldAsOtherCopy,
                                    "Pagina " + std::to_string(key.second) + " van formulier " + key.first +
                                        " is er meer dan eens, met verschillende antwoorden",
                                    "", true});
                }
            }
        }
    }

    [[nodiscard]] bool isDoubtful(std::size_t page) const
    {
        return std::ranges::find(result_.doubtful, page, &DoubtfulPage::page) != result_.doubtful.end();
    }

    void removeDoubtful(std::vector<std::size_t>& application) const
    {
        std::erase_if(application, [this](std::size_t page) { return isDoubtful(page); });
    }

    /// A page that another printer made than the others of its form has come from elsewhere.
    void putAsideOtherPrints(const std::vector<std::size_t>& application)
    {
        constexpr std::size_t kFewest = 4; ///< pages that tell what the form's print is like
        std::map<std::string, std::vector<double>> scales;
        for (const std::size_t page : application) {
            if (const auto scale = printScaleOf(pages_[page]); scale && !isDoubtful(page)) {
                scales[pages_[page].form].push_back(*scale);
            }
        }
        for (const std::size_t page : application) {
            const auto scale = printScaleOf(pages_[page]);
            if (!scale || isDoubtful(page) || scales[pages_[page].form].size() < kFewest) {
                continue;
            }
            const std::vector<double>& all = scales[pages_[page].form];
            if (std::abs(*scale - medianOf(all)) > kOtherPrintScale) {
                putAside(page, {"page.held.other-print",
                                "Deze pagina is anders afgedrukt dan de rest van formulier " +
                                    pages_[page].form + " en kan van een ander zijn",
                                "", true});
            }
        }
    }

    /// Whether another copy, as far as can be told another sheet, is rather the one that belongs there.
    [[nodiscard]] bool isOutdone(std::size_t page, const std::vector<std::size_t>& copies,
                                 const std::vector<std::size_t>& application) const
    {
        const int neighbours = neighboursOf(page, application);
        return std::ranges::any_of(copies, [&](std::size_t other) {
            const int others = neighboursOf(other, application);
            switch (other == page ? Copies::same : compareContents(pages_[page], pages_[other])) {
            case Copies::different:
                return others >= neighbours;
            case Copies::unknown:
                return neighbours == 0 && others > 0;
            case Copies::same:
                return false;
            }
            return false;
        });
    }

    /// How many of the pages before and behind it, in the order of the application, are those of the form or
    /// copies of it.
    [[nodiscard]] int neighboursOf(std::size_t page, const std::vector<std::size_t>& application) const
    {
        std::vector<std::size_t> inked = application;
        std::erase_if(inked, [this](std::size_t i) { return pages_[i].pageClass == PageClass::blank; });
        const auto at = std::ranges::find(inked, page);
        const auto follows = [&](std::size_t other, int by) {
            const int number = pages_[other].number;
            return pages_[other].form == pages_[page].form &&
                   (number == pages_[page].number ||
                    number == numberBeside(templates_, pages_[page].form, pages_[page].number, by));
        };
        return (at != inked.begin() && follows(*(at - 1), -1) ? 1 : 0) +
               (at + 1 != inked.end() && follows(*(at + 1), 1) ? 1 : 0);
    }

    /// Less than half of a form, or less than all of it in another print, is rather a stray than an annex:
    /// unless it says that it is this person's. So is a part of a second form that opens an application.
    void putAsideStrayForms(const std::vector<std::size_t>& application, const Person& person)
    {
        const std::string opening = mostOfOpeningForm(application);
        std::map<std::string, std::vector<std::size_t>> forms;
        std::vector<double> scales;
        for (const std::size_t page : application) {
            if (pages_[page].form == opening) {
                scales.push_back(printScaleOf(pages_[page]).value_or(0.0));
            } else if (reading::isFormPage(pages_[page]) && !isDoubtful(page)) {
                forms[pages_[page].form].push_back(page);
            }
        }
        std::erase(scales, 0.0);
        if (scales.empty()) {
            return;
        }
        for (const auto& [id, pages] : forms) {
            const bool isClaimed = std::ranges::any_of(
                pages, [&](std::size_t page) { return likenessTo(person, page, clues_) > 0.0; });
            if (!isClaimed && isStray(*findTemplate(templates_, id), pages, medianOf(scales))) {
                for (const std::size_t page : pages) {
                    putAside(page, {"page.held.part-of-form",
                                    "Van formulier " + id +
                                        " is maar een deel in de envelop, en nergens staat van wie",
                                    "", true});
                }
            }
        }
    }

    /// The form that opens the application: the one of which most pages are there; empty: none.
    [[nodiscard]] std::string mostOfOpeningForm(const std::vector<std::size_t>& application) const
    {
        std::map<std::string, int> counts;
        std::string most;
        for (const std::size_t page : application) {
            if (isOfOpeningForm(pages_[page], templates_) && ++counts[pages_[page].form] > counts[most]) {
                most = pages_[page].form;
            }
        }
        return most;
    }

    [[nodiscard]] bool isStray(const form::FormTemplate& form, const std::vector<std::size_t>& pages,
                               double printScale) const
    {
        const auto isAsked = [](const form::Page& page) { return !page.fields.empty(); };
        const auto needed = static_cast<std::size_t>(std::ranges::count_if(form.pages, isAsked));
        std::set<int> there;
        bool isOtherPrint = false;
        for (const std::size_t page : pages) {
            const auto scale = printScaleOf(pages_[page]);
            isOtherPrint = isOtherPrint || (scale && std::abs(*scale - printScale) > kOtherPrintScale);
            const auto layout = form::pageIndex(form, pages_[page].number);
            if (layout && isAsked(form.pages[*layout])) {
                there.insert(pages_[page].number);
            }
        }
        return 2 * there.size() < needed || (there.size() < needed && isOtherPrint);
    }

    /// By their first pages; those that got no page go.
    void putInScanOrder()
    {
        std::vector<std::size_t> order;
        for (std::size_t a = 0; a < result_.applications.size(); ++a) {
            if (!result_.applications[a].empty()) {
                order.push_back(a);
            }
        }
        std::ranges::sort(order, {}, [this](std::size_t a) { return result_.applications[a].front(); });
        const auto inOrder = [&order](const auto& list) {
            std::remove_cvref_t<decltype(list)> result;
            for (const std::size_t a : order) {
                result.push_back(list[a]);
            }
            return result;
        };
        result_.applications = inOrder(result_.applications);
        for (DoubtfulPage& page : result_.doubtful) {
            page.shares = inOrder(page.shares);
        }
    }

    std::span<const PageReading> pages_;
    std::span<const form::FormTemplate> templates_;
    std::vector<PersonClues> clues_;
    std::vector<Person> persons_;
    PersonTable beliefs_;
    std::vector<bool> applies_;
    SortedPages result_;
};

} // namespace

SortedPages sortPages(std::span<const PageReading> pages, std::span<const form::FormTemplate> templates)
{
    return PageSorter(pages, templates).sort();
}

} // namespace scanstraat::dossier
