// SPDX-License-Identifier: EUPL-1.2
//
// The clues give each page a weight for each person. What the pages say about each other (PageRelations) is added
// from what is believed of the others, and the scan order by a chain (PageChain); both in turn until it settles (a
// mean field). It fails where pages without any clue were shuffled: those stay doubtful.
#include "dossier/PageSorter.h"

#include "dossier/PageChain.h"
#include "dossier/PageContent.h"
#include "dossier/PageRelations.h"
#include "dossier/Persons.h"
#include "dossier/Templates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <type_traits>

namespace scanstraat::dossier {

namespace {

using reading::PageClass;
using reading::PageReading;
using PageKey = std::pair<std::string, int>;

constexpr double kSure = 0.98;       ///< probability from which a page is somebody's
constexpr double kMostEvidence = 30; ///< of the clues of a page; natural logarithm, as all weights here
constexpr double kOwn = 6.0;         ///< of the only page that a person is known by
constexpr double kStrangersShare = 0.05; ///< as likely as a page of somebody who applies

PageKey keyOf(const PageReading& page)
{
    return {page.form, page.number};
}

PageStep stepBetween(const PageReading& from, const PageReading& to,
                     std::span<const form::FormTemplate> templates)
{
    if (isOpening(to, templates)) {
        return PageStep::opening;
    }
    if (from.form != to.form || from.form.empty()) {
        return PageStep::otherForm;
    }
    return to.number == from.number + 1 ? PageStep::next : PageStep::jump;
}

/// Sorts the pages of one envelope; blank ones follow the page before them.
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
    }

    SortedPages sort()
    {
        weigh();
        chooseApplicants();
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            place(i);
        }
        for (std::vector<std::size_t>& application : result_.applications) {
            putAsideOtherCopies(application);
        }
        std::ranges::sort(result_.doubtful, {}, &DoubtfulPage::page);
        putInScanOrder();
        return std::move(result_);
    }

private:
    void weigh()
    {
        if (persons_.empty()) {
            persons_.push_back({{}, true, true});
        }
        if (persons_.size() == 1) {
            beliefs_.assign(pages_.size(), {1.0});
            return;
        }
        std::vector<std::size_t> inked;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (pages_[i].pageClass != PageClass::blank) {
                inked.push_back(i);
            }
        }
        beliefs_.assign(pages_.size(), shares());
        settle(inked);
        const std::vector<double>* previous = &beliefs_[inked.front()];
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (pages_[i].pageClass == PageClass::blank) {
                beliefs_[i] = *previous;
            }
            previous = &beliefs_[i];
        }
    }

    /// Chain and relations in turn.
    void settle(const std::vector<std::size_t>& inked)
    {
        constexpr int kRounds = 12;
        std::vector<PageStep> steps;
        for (std::size_t k = 1; k < inked.size(); ++k) {
            steps.push_back(stepBetween(pages_[inked[k - 1]], pages_[inked[k]], templates_));
        }
        const KeptOrder order = meterOrder(steps, inked);
        const PageRelations relations(pages_);
        const PersonTable byClues = weighClues(inked);
        for (int round = 0; round < kRounds; ++round) {
            PersonTable evidence = byClues;
            for (std::size_t k = 0; k < inked.size() && round > 0; ++k) {
                relations.add(inked[k], beliefs_, evidence[k]);
            }
            const PersonTable weighed = PageChain(steps, shares(), order).weigh(evidence);
            for (std::size_t k = 0; k < inked.size(); ++k) {
                for (std::size_t a = 0; a < persons_.size(); ++a) {
                    double& belief = beliefs_[inked[k]][a];
                    belief = round == 0 ? weighed[k][a] : (belief + weighed[k][a]) / 2.0;
                }
            }
        }
    }

    /// By the pages whose next one in the form is there: how many have it behind them, of those that can, against
    /// how many would in a jumble. Few pages say little; most envelopes are in order.
    [[nodiscard]] KeptOrder meterOrder(const std::vector<PageStep>& steps,
                                       const std::vector<std::size_t>& inked) const
    {
        constexpr double kFew = 4.0;
        constexpr double kUsualShare = 0.99;
        std::map<PageKey, double> copies;
        for (const std::size_t i : inked) {
            copies[keyOf(pages_[i])] += reading::isFormPage(pages_[i]) ? 1.0 : 0.0;
        }
        double have = 0.0;
        double chances = 0.0;
        for (const std::size_t i : inked) {
            const auto next = copies.find({pages_[i].form, pages_[i].number + 1});
            if (reading::isFormPage(pages_[i]) && next != copies.end()) {
                const double can = std::min(1.0, next->second / copies.at(keyOf(pages_[i])));
                have += can;
                chances += can * next->second;
            }
        }
        if (have == 0.0) {
            return {kUsualShare, 0.0};
        }
        const double byChance = std::min(0.9, chances / have / static_cast<double>(inked.size()));
        const double found = static_cast<double>(std::ranges::count(steps, PageStep::next)) / have;
        const double kept = std::clamp((std::min(found, 1.0) - byChance) / (1.0 - byChance), 0.0, 1.0);
        return {(have * kept + kFew * kUsualShare) / (have + kFew), byChance};
    }

    [[nodiscard]] std::vector<double> shares() const
    {
        const bool anyOpens = std::ranges::any_of(persons_, &Person::opens);
        std::vector<double> shares;
        for (const Person& person : persons_) {
            shares.push_back(person.opens || !anyOpens ? 1.0 : kStrangersShare);
        }
        const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
        std::ranges::for_each(shares, [sum](double& share) { share /= sum; });
        return shares;
    }

    [[nodiscard]] PersonTable weighClues(const std::vector<std::size_t>& inked) const
    {
        PersonTable weights;
        for (const std::size_t i : inked) {
            weights.emplace_back(persons_.size(), 0.0);
            for (std::size_t a = 0; a < persons_.size(); ++a) {
                const Person& person = persons_[a];
                const bool isOnly = person.pages == std::vector{i};
                if (isOnly) {
                    weights.back()[a] = kOwn;
                } else if (!clues_[i].empty()) {
                    weights.back()[a] = person.nameless
                                            ? -kOwn
                                            : std::clamp(likenessTo(person, i, clues_), -kMostEvidence, kMostEvidence);
                }
            }
        }
        return weights;
    }

    /// Somebody of whom only stray pages are there does not apply, unless nobody else does.
    void chooseApplicants()
    {
        const bool anyOpens = std::ranges::any_of(persons_, &Person::opens);
        for (std::size_t a = 0; a < persons_.size(); ++a) {
            applies_.push_back(!anyOpens || (persons_[a].opens && hasEnoughOfAForm(a)));
        }
        if (std::ranges::none_of(applies_, [](bool applies) { return applies; })) {
            const auto most = std::ranges::max_element(
                persons_, {}, [](const Person& person) { return person.opens ? person.pages.size() + 1 : 0; });
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
                copies[keyOf(pages_[page])].push_back(page);
            }
        }
        for (const auto& [key, pages] : copies) {
            for (const std::size_t page : pages) {
                if (isOutdone(page, pages, application)) {
                    putAside(page, {"page.held.other-copy",
                                    "Pagina " + std::to_string(key.second) + " van formulier " + key.first +
                                        " is er meer dan eens, met verschillende antwoorden",
                                    "", true});
                }
            }
        }
        std::erase_if(application, [&](std::size_t page) {
            return std::ranges::find(result_.doubtful, page, &DoubtfulPage::page) != result_.doubtful.end();
        });
    }

    /// Whether another copy says something else and is in its place at least as well.
    [[nodiscard]] bool isOutdone(std::size_t page, const std::vector<std::size_t>& copies,
                                 const std::vector<std::size_t>& application) const
    {
        return std::ranges::any_of(copies, [&](std::size_t other) {
            return other != page && compareContents(pages_[page], pages_[other]) == Copies::different &&
                   neighboursOf(other, application) >= neighboursOf(page, application);
        });
    }

    /// How many of the pages before and behind it, in the order of the application, are those of the form.
    [[nodiscard]] int neighboursOf(std::size_t page, const std::vector<std::size_t>& application) const
    {
        std::vector<std::size_t> inked = application;
        std::erase_if(inked, [this](std::size_t i) { return pages_[i].pageClass == PageClass::blank; });
        const auto at = std::ranges::find(inked, page);
        const auto follows = [&](std::size_t other, int by) {
            return pages_[other].form == pages_[page].form && pages_[other].number == pages_[page].number + by;
        };
        return (at != inked.begin() && follows(*(at - 1), -1) ? 1 : 0) +
               (at + 1 != inked.end() && follows(*(at + 1), 1) ? 1 : 0);
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
