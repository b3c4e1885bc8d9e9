// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageChain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace scanstraat::dossier {

namespace {

constexpr int kRounds = 8;

/// exp of each, so that the largest is 1.
std::vector<double> likelihoods(const std::vector<double>& logarithms)
{
    const double most = std::ranges::max(logarithms);
    std::vector<double> result;
    for (const double one : logarithms) {
        result.push_back(std::exp(one - most));
    }
    return result;
}

void normalise(std::vector<double>& values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) {
        value /= sum;
    }
}

} // namespace

/// One run of the forward and backward recursion.
struct PageChain::Pass
{
    PersonTable posterior;
    std::vector<double> stayed; ///< of each step: probability that the person stayed the same
};

/// In a jumble all steps are on to anybody's page, those to the next one of the form where they are chance.
PageChain::PageChain(std::vector<PageStep> steps, std::vector<double> shares, const KeptOrder& order,
                     std::vector<double> loyalties)
    : steps_(std::move(steps)), shares_(std::move(shares)),
      loyalties_(std::move(loyalties)), usual_{Usual{20.0, 0.1}, {6.0, 0.05}, {1.0, 9.0}, {2.0, 1.0}}
{
    const double chance = (1.0 - order.share) * order.byChance;
    const double meant = order.share / (order.share + chance);
    for (std::size_t step = 0; step < kPageSteps; ++step) {
        Usual& usual = usual_.at(step);
        const double gone =
            usual.same * (1.0 - (step == static_cast<std::size_t>(PageStep::next) ? meant : order.share));
        usual.same -= gone;
        usual.anybody += gone;
        staying_.push_back(usual.staying());
    }
}

double PageChain::stays(std::size_t step, std::size_t person) const
{
    const bool sameForm = steps_[step] == PageStep::next || steps_[step] == PageStep::jump;
    return staying_[static_cast<std::size_t>(steps_[step])] *
           (sameForm || loyalties_.empty() ? 1.0 : loyalties_[person]);
}

double PageChain::logStep(std::size_t step, std::size_t from, std::size_t to) const
{
    const double stay = stays(step, from);
    return std::log((from == to ? stay : 0.0) + (1.0 - stay) * shares_[to]);
}

double PageChain::logShare(std::size_t person) const
{
    return std::log(shares_[person]);
}

PageChain::Pass PageChain::pass(const PersonTable& evidence) const
{
    const std::size_t pages = evidence.size();
    const std::size_t persons = shares_.size();
    PersonTable fit;
    for (const auto& page : evidence) {
        fit.push_back(likelihoods(page));
    }
    PersonTable before(pages, shares_); // by this page and those before it
    for (std::size_t i = 0; i < pages; ++i) {
        double leaving = i == 0 ? 1.0 : 0.0;
        for (std::size_t a = 0; a < persons && i > 0; ++a) {
            leaving += (1.0 - stays(i - 1, a)) * before[i - 1][a];
        }
        for (std::size_t a = 0; a < persons; ++a) {
            const double stayed = i == 0 ? 0.0 : stays(i - 1, a) * before[i - 1][a];
            before[i][a] = fit[i][a] * (leaving * shares_[a] + stayed);
        }
        normalise(before[i]);
    }
    Pass result;
    result.posterior = before;
    result.stayed.resize(steps_.size());
    std::vector<double> behind(persons, 1.0); // of the pages behind this one
    for (std::size_t i = pages - 1; i > 0; --i) {
        std::vector<double> ahead(persons); // of page i and those behind it
        double anybody = 0.0;
        for (std::size_t a = 0; a < persons; ++a) {
            ahead[a] = fit[i][a] * behind[a];
            anybody += shares_[a] * ahead[a];
        }
        double same = 0.0;
        double all = 0.0;
        for (std::size_t a = 0; a < persons; ++a) {
            const double stay = stays(i - 1, a);
            behind[a] = stay * ahead[a] + (1.0 - stay) * anybody;
            same += before[i - 1][a] * stay * ahead[a];
            all += before[i - 1][a] * behind[a];
        }
        result.stayed[i - 1] = same / all;
        normalise(behind);
        for (std::size_t a = 0; a < persons; ++a) {
            result.posterior[i - 1][a] = before[i - 1][a] * behind[a];
        }
        normalise(result.posterior[i - 1]);
    }
    return result;
}

void PageChain::learn(const Pass& pass)
{
    std::array<Usual, kPageSteps> seen = usual_;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        Usual& one = seen.at(static_cast<std::size_t>(steps_[i]));
        one.same += pass.stayed[i];
        one.anybody += 1.0 - pass.stayed[i];
    }
    for (std::size_t step = 0; step < kPageSteps; ++step) {
        staying_[step] = seen.at(step).staying();
    }
}

PersonTable PageChain::weigh(const PersonTable& evidence)
{
    Pass last = pass(evidence);
    for (int round = 1; round < kRounds; ++round) {
        learn(last);
        last = pass(evidence);
    }
    return last.posterior;
}

} // namespace scanstraat::dossier
