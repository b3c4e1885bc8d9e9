// SPDX-License-Identifier: EUPL-1.2
// Bayes with two hands that differ in how often they make each state (label shift: what a state looks like is
// taken to be the same for both). Boxes of a page are less independent than that assumes: a wide pen makes
// all of them look alike; so each counts for half.
#include "marks/HandPosterior.h"

#include <cmath>

namespace scanstraat::marks {

namespace {

constexpr double kWeightOfBox = 0.5;

} // namespace

HandPosterior::HandPosterior(const std::array<StateProbabilities, kHands>& frequencies, double oddPages)
    : logOdds_(std::log(oddPages / (1.0 - oddPages)))
{
    for (std::size_t state = 0; state < ratios_.size(); ++state) {
        ratios_[state] = frequencies[1][state] / frequencies[0][state];
    }
}

void HandPosterior::add(const StateProbabilities& usual)
{
    double ratio = 0.0;
    for (std::size_t state = 0; state < ratios_.size(); ++state) {
        ratio += usual[state] * ratios_[state];
    }
    logOdds_ += kWeightOfBox * std::log(ratio);
}

double HandPosterior::odd() const
{
    return 1.0 / (1.0 + std::exp(-logOdds_));
}

StateProbabilities mixed(const StateProbabilities& usual, const StateProbabilities& odd, double share)
{
    StateProbabilities result{};
    for (std::size_t state = 0; state < result.size(); ++state) {
        result[state] = (1.0 - share) * usual[state] + share * odd[state];
    }
    return result;
}

} // namespace scanstraat::marks
