// SPDX-License-Identifier: EUPL-1.2
// Every box is marked (crossed, recrossed) or not (empty, blackened, unclear). How many of a one-of group are
// marked has a prior; which of them, and what the others are, does not depend on each other. Sums over all
// that the boxes can be are coefficients of the polynomial in the number of marked boxes, product of (not
// marked + marked t).
#include "marks/GroupPosterior.h"

#include <cmath>

namespace scanstraat::marks {

namespace {

using reading::MarkState;

constexpr std::size_t indexOf(MarkState state)
{
    return static_cast<std::size_t>(state);
}

/// Shares of one-of groups in which no box, one, and several are marked: an assumption, wider than what forms
/// that were filled in with care show, so that clear marks win over it.
constexpr double kOneMarked = 0.85;
constexpr double kSeveralMarked = 0.06;
/// Of groups with several marks, each further mark is this much rarer.
constexpr double kOneMore = 0.3;

bool isMarked(std::size_t state)
{
    return state == indexOf(MarkState::crossed) || state == indexOf(MarkState::recrossed);
}

double markedShare(const StateProbabilities& probabilities)
{
    return probabilities[indexOf(MarkState::crossed)] + probabilities[indexOf(MarkState::recrossed)];
}

/// Prior of one set of `marked` out of `boxes`.
double priorOf(std::size_t marked, std::size_t boxes)
{
    double sets = 1.0;
    for (std::size_t i = 0; i < marked; ++i) {
        sets *= static_cast<double>(boxes - i) / static_cast<double>(i + 1);
    }
    if (marked < 2) {
        return (marked == 0 ? GroupPosterior::kNoneMarked : kOneMarked) / sets;
    }
    return kSeveralMarked * (1.0 - kOneMore) * std::pow(kOneMore, static_cast<double>(marked - 2)) / sets;
}

} // namespace

GroupPosterior::GroupPosterior(std::span<const StateProbabilities> seen,
                               const StateProbabilities& frequencies, GroupKind kind, double odd)
    : weights_(seen.begin(), seen.end()), counts_(seen.size() + 1, 1.0)
{
    if (kind == GroupKind::oneOf && seen.size() > 1) { // a box alone is a question for itself
        const double marked = markedShare(frequencies);
        for (StateProbabilities& box : weights_) {
            for (std::size_t state = 0; state < box.size(); ++state) {
                box[state] /= isMarked(state) ? marked : 1.0 - marked;
            }
        }
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            const double anySet = std::pow(marked, static_cast<double>(i)) *
                                  std::pow(1.0 - marked, static_cast<double>(seen.size() - i));
            counts_[i] = (1.0 - odd) * priorOf(i, seen.size()) + odd * anySet;
        }
    }
    const std::vector<double> all = markedCounts(weights_.size());
    sum_ = 0.0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        sum_ += all[i] * counts_[i];
    }
}

std::vector<double> GroupPosterior::markedCounts(std::size_t without) const
{
    std::vector<double> result{1.0};
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        if (i == without) {
            continue;
        }
        double total = 0.0;
        for (const double weight : weights_[i]) {
            total += weight;
        }
        const double marked = markedShare(weights_[i]);
        result.push_back(0.0);
        for (std::size_t j = result.size() - 1; j > 0; --j) {
            result[j] = result[j] * (total - marked) + result[j - 1] * marked;
        }
        result[0] *= total - marked;
    }
    return result;
}

StateProbabilities GroupPosterior::box(std::size_t index) const
{
    const std::vector<double> others = markedCounts(index);
    double free = 0.0;
    double taken = 0.0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        free += others[i] * counts_[i];
        taken += others[i] * counts_[i + 1];
    }
    StateProbabilities result = weights_[index];
    for (std::size_t state = 0; state < result.size(); ++state) {
        result[state] *= (isMarked(state) ? taken : free) / sum_;
    }
    return result;
}

double GroupPosterior::justMarked(std::span<const std::size_t> marked) const
{
    double result = counts_[marked.size()] / sum_;
    auto next = marked.begin();
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        const bool isOne = next != marked.end() && *next == i;
        result *= isOne ? markedShare(weights_[i])
                        : weights_[i][indexOf(MarkState::empty)] + weights_[i][indexOf(MarkState::blackened)];
        next += isOne ? 1 : 0;
    }
    return result;
}

double GroupPosterior::allEmpty() const
{
    double result = counts_[0] / sum_;
    for (const StateProbabilities& box : weights_) {
        result *= box[indexOf(MarkState::empty)];
    }
    return result;
}

double GroupPosterior::justBlackened(std::size_t index) const
{
    double result = counts_[0] / sum_;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        result *= weights_[i][indexOf(i == index ? MarkState::blackened : MarkState::empty)];
    }
    return result;
}

} // namespace scanstraat::marks
