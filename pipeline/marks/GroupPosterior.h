// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/FieldReading.h"

#include <span>
#include <vector>

namespace scanstraat::marks {

using reading::StateProbabilities;

/// Whether several boxes of a group may be crossed.
enum class GroupKind { oneOf, anyOf };

/// What the boxes of a group are, all together: people cross one box of a one-of group nearly always, so a
/// faint mark beside a clear cross is likelier dirt than the same mark in a group that is empty otherwise.
class GroupPosterior
{
public:
    /// Share of one-of groups without any mark.
    static constexpr double kNoneMarked = 0.09;

    /// `seen`: probabilities of each box for itself, at the `frequencies` (all above 0) of the states on
    /// forms. `odd`: probability that a hand marked the page which crosses as many boxes as it likes.
    GroupPosterior(std::span<const StateProbabilities> seen, const StateProbabilities& frequencies,
                   GroupKind kind, double odd = 0.0);

    /// Probabilities of one box, all boxes considered; they sum to 1.
    [[nodiscard]] StateProbabilities box(std::size_t index) const;

    /// Probability that just these boxes (indices, ascending) are crossed or crossed again, and that no other
    /// is unclear.
    [[nodiscard]] double justMarked(std::span<const std::size_t> marked) const;

    /// Probability that all boxes are empty.
    [[nodiscard]] double allEmpty() const;

    /// Probability that this box is blackened and all others are empty.
    [[nodiscard]] double justBlackened(std::size_t index) const;

private:
    std::vector<StateProbabilities> weights_;
    std::vector<double> counts_; ///< weight of each number of marked boxes
    double sum_ = 1.0;           ///< of the weights of all that the boxes can be

    /// Weight of each number of marked boxes among all but `without` (all: weights_.size()).
    [[nodiscard]] std::vector<double> markedCounts(std::size_t without) const;
};

} // namespace scanstraat::marks
