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
PageChain::PageChain(std::vector<PageStep> steps, std::vector<double> shares, const KeptOrder& order)
    : steps_(std::move(steps)),
      shares_(std::move(shares)), usual_{Usual{60.0, 0.3}, {60.0, 0.3}, {1.0, 9.0}, {2.0, 1.0}}
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

PageChain::Pass PageChain::pass(const PersonTable& evidence) const
{
    const std::size_t pages = evidence.size();
    const std::size_t persons = shares_.size();
    PersonTable fit;
    for (const auto& page : evidence) {
        fit.push_back(likelihoods(page));
    }
    PersonTable before(pages, std::vector<double>(persons)); // by this page and those before it
    for (std::size_t i = 0; i < pages; ++i) {
        const double stay = i == 0 ? 0.0 : staying_[static_cast<std::size_t>(steps_[i - 1])];
        for (std::size_t a = 0; a < persons; ++a) {
            before[i][a] = fit[i][a] * ((1.0 - stay) * shares_[a] + (i == 0 ? 0.0 : stay * before[i - 1][a]));
        }
        normalise(before[i]);
    }
    Pass result;
    result.posterior = before;
    result.stayed.resize(steps_.size());
    std::vector<double> behind(persons, 1.0); // of the pages behind this one
    for (std::size_t i = pages - 1; i > 0; --i) {
        const double stay = staying_[static_cast<std::size_t>(steps_[i - 1])];
        std::vector<double> ahead(persons); // of page i and those behind it
        double anybody = 0.0;
        double same = 0.0;
        for (std::size_t a = 0; a < persons; ++a) {
            ahead[a] = fit[i][a] * behind[a];
            anybody += shares_[a] * ahead[a];
            same += before[i - 1][a] * ahead[a];
        }
        result.stayed[i - 1] = stay * same / (stay * same + (1.0 - stay) * anybody);
        for (std::size_t a = 0; a < persons; ++a) {
            behind[a] = stay * ahead[a] + (1.0 - stay) * anybody;
        }
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
