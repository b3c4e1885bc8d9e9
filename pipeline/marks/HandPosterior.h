// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/FieldReading.h"

#include <array>
#include <span>

namespace scanstraat::marks {

using reading::StateProbabilities;

/// How the boxes of a page were marked: by a hand that crosses as the form asks, or by one that half fills,
/// strikes out, writes beside boxes and corrects itself all over the page.
enum class Hand { usual, odd };
constexpr std::size_t kHands = 2;

/// What a mark is likely to be depends on the company it keeps: the same stroke is a careless cross among
/// neat crosses, and half of something else among odd marks.
class HandPosterior
{
public:
    /// `frequencies`: of the states, by hand, all above 0. `oddPages`: share of pages that an odd hand
    /// marked.
    HandPosterior(const std::array<StateProbabilities, kHands>& frequencies, double oddPages);

    /// One more box of the page, as it looks for a usual hand.
    void add(const StateProbabilities& usual);

    /// Probability that an odd hand marked the page; before any box is added the share of such pages.
    [[nodiscard]] double odd() const;

private:
    StateProbabilities ratios_{}; ///< of each state's frequencies: odd to usual
    double logOdds_;
};

/// Each entry (1 - share) of `usual` and `share` of `odd`.
[[nodiscard]] StateProbabilities mixed(const StateProbabilities& usual, const StateProbabilities& odd,
                                       double share);

} // namespace scanstraat::marks
