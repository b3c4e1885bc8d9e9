// SPDX-License-Identifier: EUPL-1.2
//
// The clues give each page a weight for each person; a chain (PageChain) learns from them how well the scan
// order was kept. A sampler (PageSampler) then weighs clues, order and what the pages say about each other
// (PageRelations) together. It fails where pages without any clue were shuffled: what is believed of those
// is even.
#include "dossier/PageBeliefs.h"

#include "dossier/PageRelations.h"
#include "dossier/PageSampler.h"
#include "dossier/Templates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace scanstraat::dossier {

namespace {

using reading::PageClass;
using reading::PageReading;
using PageKey = std::pair<std::string, int>;

constexpr double kMostEvidence = 30;     ///< of the clues of a page; natural logarithm, as all weights here
constexpr double kOwn = 6.0;             ///< of the only page that a person is known by
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
    return numberBeside(templates, from.form, from.number, 1) == to.number ? PageStep::next : PageStep::jump;
}

class BeliefMaker
{
public:
    BeliefMaker(std::span<const PageReading> pages, std::span<const PersonClues> clues,
                std::span<const Person> persons, std::span<const form::FormTemplate> templates)
        : pages_(pages), clues_(clues), persons_(persons), templates_(templates)
    {
    }

    PersonTable make()
    {
        weigh();
        return std::move(beliefs_);
    }

private:
    void weigh()
    {
        std::vector<std::size_t> inked;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (pages_[i].pageClass != PageClass::blank) {
                inked.push_back(i);
            }
        }
        beliefs_.assign(pages_.size(), shares(kStrangersShare));
        settle(inked);
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (pages_[i].pageClass == PageClass::blank) {
                beliefs_[i] = ofBlank(i, inked);
            }
        }
    }

    /// A blank page is of the person of the pages around it, as far as the order was kept; in front of an
    /// application that opens it ends the one before.
    [[nodiscard]] std::vector<double> ofBlank(std::size_t blank, const std::vector<std::size_t>& inked) const
    {
        const auto next = std::ranges::upper_bound(inked, blank);
        const std::size_t before = next == inked.begin() ? *next : *(next - 1);
        const bool endsOne = next == inked.end() || isOpening(pages_[*next], templates_);
        const std::size_t behind = next == inked.begin() || !endsOne ? *next : before;
        const std::vector<double> anybody = shares(0.0);
        std::vector<double> both;
        for (std::size_t a = 0; a < persons_.size(); ++a) {
            const double around = (beliefs_[before][a] + beliefs_[behind][a]) / 2.0;
            both.push_back(keptOrder_ * around + (1.0 - keptOrder_) * anybody[a]);
        }
        return both;
    }

    void settle(const std::vector<std::size_t>& inked)
    {
        std::vector<PageStep> steps;
        for (std::size_t k = 1; k < inked.size(); ++k) {
            steps.push_back(stepBetween(pages_[inked[k - 1]], pages_[inked[k]], templates_));
        }
        const KeptOrder order = meterOrder(steps, inked);
        keptOrder_ = order.share;
        const PageRelations relations(pages_, templates_);
        const PersonTable clues = weighClues(inked);
        PageChain chain(steps, shares(kStrangersShare), order, loyalties());
        take(chain.weigh(clues), inked);
        take(
            PageSampler(chain, relations, PrintModel(pages_, persons_.size()), clues, inked).sample(beliefs_),
            inked);
    }

    void take(const PersonTable& weighed, const std::vector<std::size_t>& inked)
    {
        for (std::size_t k = 0; k < inked.size(); ++k) {
            beliefs_[inked[k]] = weighed[k];
        }
    }

    /// By the pages whose next one in the form is there: how many have it behind them, of those that can,
    /// against how many would in a jumble. Few pages say little; most envelopes are in order.
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
            const auto number = numberBeside(templates_, pages_[i].form, pages_[i].number, 1);
            const auto next = number ? copies.find({pages_[i].form, *number}) : copies.end();
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

    /// Strays come one by one, or as one form.
    [[nodiscard]] std::vector<double> loyalties() const
    {
        constexpr double kStraysLoyalty = 0.03;
        const bool anyOpens = std::ranges::any_of(persons_, &Person::opens);
        std::vector<double> loyalties;
        for (const Person& person : persons_) {
            loyalties.push_back(person.opens || !anyOpens ? 1.0 : kStraysLoyalty);
        }
        return loyalties;
    }

    /// How likely a page is whose; `strangers`: as likely as a page of somebody who applies.
    [[nodiscard]] std::vector<double> shares(double strangers) const
    {
        const bool anyOpens = std::ranges::any_of(persons_, &Person::opens);
        std::vector<double> shares;
        for (const Person& person : persons_) {
            shares.push_back(person.opens || !anyOpens ? 1.0 : strangers);
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
                    weights.back()[a] = person.nameless ? -kOwn
                                                        : std::clamp(likenessTo(person, i, clues_),
                                                                     -kMostEvidence, kMostEvidence);
                }
            }
        }
        return weights;
    }

    std::span<const PageReading> pages_;
    std::span<const PersonClues> clues_;
    std::span<const Person> persons_;
    std::span<const form::FormTemplate> templates_;
    PersonTable beliefs_;
    double keptOrder_ = 1.0; ///< share of the pages that were scanned where they belong
};

} // namespace

PersonTable believe(std::span<const PageReading> pages, std::span<const PersonClues> clues,
                    std::span<const Person> persons, std::span<const form::FormTemplate> templates)
{
    return persons.size() == 1 ? PersonTable(pages.size(), {1.0})
                               : BeliefMaker(pages, clues, persons, templates).make();
}

} // namespace scanstraat::dossier
