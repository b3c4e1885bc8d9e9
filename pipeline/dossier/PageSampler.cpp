// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageSampler.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace scanstraat::dossier {

namespace {

constexpr int kStarts = 4;     ///< from the same beliefs, with different draws
constexpr int kHotSweeps = 60; ///< while it cools down
constexpr int kSweeps = 250;   ///< of which the average is taken, at most
constexpr int kFewestSweeps = 10;
constexpr int kExchanges = 2;        ///< of each kind, tried after each sweep
constexpr double kMostSteps = 4e8;   ///< of all sweeps: some seconds for a stack of thousands of pages
constexpr double kStepsAPage = 1000; ///< beside one for each person: what pages say about each other
constexpr double kMostHeat = 4.0;
constexpr std::size_t kFewPersons = 8; ///< in a stack of more the print's size tells nobody apart

void toProbabilities(std::vector<double>& logarithms)
{
    const double most = std::ranges::max(logarithms);
    double sum = 0.0;
    for (double& one : logarithms) {
        one = std::exp(one - most);
        sum += one;
    }
    std::ranges::for_each(logarithms, [sum](double& one) { one /= sum; });
}

} // namespace

PageSampler::PageSampler(const PageChain& chain, const PageRelations& relations, const PrintModel& print,
                         const PersonTable& clues, const std::vector<std::size_t>& inked)
    : chain_(chain), relations_(relations), print_(print), clues_(clues), inked_(inked),
      persons_(clues.front().size())
{
}

PersonTable PageSampler::sample(const PersonTable& beliefs)
{
    PersonTable sums(inked_.size(), std::vector<double>(persons_, 0.0));
    const double steps = static_cast<double>(inked_.size()) * (kStepsAPage + static_cast<double>(persons_));
    const int sweeps = std::clamp(static_cast<int>(kMostSteps / kStarts / steps), kFewestSweeps, kSweeps);
    const int hotSweeps = std::min(kHotSweeps, sweeps);
    for (int start = 0; start < kStarts; ++start) {
        begin(beliefs);
        for (int sweep = -hotSweeps; sweep < sweeps; ++sweep) {
            heat_ = sweep < 0 ? 1.0 - (kMostHeat - 1.0) * sweep / hotSweeps : 1.0;
            drawEach(sweep < 0 ? nullptr : &sums);
            for (int i = 0; i < kExchanges; ++i) {
                exchangeStretch();
                exchangeForm(false);
                exchangeForm(true);
            }
        }
    }
    for (std::vector<double>& row : sums) {
        std::ranges::for_each(row, [sweeps](double& one) { one /= kStarts * sweeps; });
    }
    return sums;
}

void PageSampler::begin(const PersonTable& beliefs)
{
    std::vector<std::size_t> owners(beliefs.size(), kNobody);
    for (const std::size_t i : inked_) {
        owners[i] = static_cast<std::size_t>(std::ranges::max_element(beliefs[i]) - beliefs[i].begin());
    }
    owners_.resize(owners.size(), kNobody);
    setOwners(owners);
}

void PageSampler::setOwners(const std::vector<std::size_t>& owners)
{
    for (const std::size_t i : inked_) {
        if (owners_[i] != kNobody && owners_[i] != owners[i]) {
            print_.take(i, owners_[i]);
        }
        if (owners_[i] != owners[i]) {
            print_.give(i, owners[i]);
        }
        owners_[i] = owners[i];
    }
}

/// Of a page, when all others are whose they are now.
std::vector<double> PageSampler::conditional(std::size_t k) const
{
    std::vector<double> weights = clues_[k];
    relations_.add(inked_[k], owners_, weights);
    for (std::size_t a = 0; a < persons_; ++a) {
        weights[a] += usesPrint() ? print_.gain(inked_[k], a) : 0.0;
        weights[a] += k > 0 ? chain_.logStep(k - 1, owner(k - 1), a) : chain_.logShare(a);
        weights[a] += k + 1 < inked_.size() ? chain_.logStep(k, a, owner(k + 1)) : 0.0;
        weights[a] /= heat_;
    }
    toProbabilities(weights);
    return weights;
}

void PageSampler::drawEach(PersonTable* sums)
{
    for (std::size_t k = 0; k < inked_.size(); ++k) {
        std::size_t& person = owners_[inked_[k]];
        print_.take(inked_[k], person);
        const std::vector<double> probabilities = conditional(k);
        for (std::size_t a = 0; a < persons_ && sums != nullptr; ++a) {
            (*sums)[k][a] += probabilities[a];
        }
        person = std::discrete_distribution<std::size_t>(probabilities.begin(), probabilities.end())(random_);
        print_.give(inked_[k], person);
    }
}

bool PageSampler::usesPrint() const
{
    return persons_ <= kFewPersons;
}

/// The logarithm of how likely all is as it is now, up to a constant. What two pages say about each other is
/// told by both.
double PageSampler::energy() const
{
    double sum = chain_.logShare(owner(0)) + (usesPrint() ? print_.logLikelihood() : 0.0);
    std::vector<double> said;
    for (std::size_t k = 0; k < inked_.size(); ++k) {
        said.assign(persons_, 0.0);
        relations_.add(inked_[k], owners_, said);
        sum += clues_[k][owner(k)] + said[owner(k)] / 2.0;
        sum += k > 0 ? chain_.logStep(k - 1, owner(k - 1), owner(k)) : 0.0;
    }
    return sum;
}

void PageSampler::tryOwners(const std::vector<std::size_t>& owners)
{
    const double before = energy();
    const std::vector<std::size_t> old = owners_;
    setOwners(owners);
    const double gain = (energy() - before) / heat_;
    if (std::uniform_real_distribution<>(0.0, 1.0)(random_) >= std::exp(std::min(0.0, gain))) {
        setOwners(old);
    }
}

std::size_t PageSampler::draw(std::size_t count)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
}

/// Two persons' pages change owners between two places.
void PageSampler::exchangeStretch()
{
    const std::size_t one = draw(persons_);
    const std::size_t other = draw(persons_);
    const auto [first, last] = std::minmax({draw(inked_.size()), draw(inked_.size())});
    std::vector<std::size_t> owners = owners_;
    for (std::size_t k = first; k <= last; ++k) {
        std::size_t& page = owners[inked_[k]];
        page = page == one ? other : page == other ? one : page;
    }
    if (one != other) {
        tryOwners(owners);
    }
}

/// Two persons' pages of a form change owners, in all its copies: all, or those from one page to another.
void PageSampler::exchangeForm(bool isWhole)
{
    const std::size_t page = inked_[draw(inked_.size())];
    const std::size_t one = owners_[page];
    const std::size_t other = draw(persons_);
    std::vector<std::size_t> form;
    std::ranges::copy_if(inked_, std::back_inserter(form),
                         [&](std::size_t i) { return i == page || relations_.areOfOneForm(i, page); });
    const auto [first, last] = std::minmax(
        {relations_.numberOf(form[draw(form.size())]), relations_.numberOf(form[draw(form.size())])});
    std::vector<std::size_t> owners = owners_;
    for (const std::size_t i : form) {
        if (isWhole || (relations_.numberOf(i) >= first && relations_.numberOf(i) <= last)) {
            owners[i] = owners[i] == one ? other : owners[i] == other ? one : owners[i];
        }
    }
    if (one != other) {
        tryOwners(owners);
    }
}

} // namespace scanstraat::dossier
