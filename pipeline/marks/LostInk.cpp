// SPDX-License-Identifier: EUPL-1.2
// Naive Bayes with three witnesses: writing, other marks, and crosses of which something is left. Some write
// firmly and cross faintly, and some cross firmly here and faintly there, so none is enough alone. A page
// that shows neither writing nor marks was left empty nearly always; that all of it was lost is not
// considered.
#include "marks/LostInk.h"

#include "marks/GroupPosterior.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::marks {

namespace {

/// Of the crosses of a page that loses any; in the drawings of tools/train/marks.
constexpr double kLostOfPage = 0.3;
/// Groups with a mark for each without.
constexpr double kAnsweredToBare = (1.0 - GroupPosterior::kNoneMarked) / GroupPosterior::kNoneMarked;

double factorAt(const std::vector<LostInk::Step>& steps, double value)
{
    const auto step =
        std::ranges::find_if(steps, [&](const LostInk::Step& one) { return value <= one.upTo; });
    return step == steps.end() ? steps.back().factor : step->factor;
}

} // namespace

bool isHalfSeen(const reading::StateProbabilities& probabilities)
{
    constexpr double kDoubt = 0.01;
    constexpr double kNoOther = 0.9;
    const double empty = probabilities[static_cast<std::size_t>(reading::MarkState::empty)];
    const double crossed = probabilities[static_cast<std::size_t>(reading::MarkState::crossed)];
    return empty > kDoubt && crossed > kDoubt && empty + crossed > kNoOther;
}

double LostInk::shareOf(const Clues& clues, int halfSeen) const
{
    /// Half seen crosses from which on firm ink elsewhere proves nothing: the hand presses unevenly.
    constexpr int kUneven = 3;
    const auto clue = [&](Clue which) { return clues[static_cast<std::size_t>(which)]; };
    const bool isWritten = clue(Clue::penKnown) > 0.0F;
    const bool hasMarks = clue(Clue::othersMarked) > 0.0F;
    if (clue(Clue::bitonal) == 0.0F || (!isWritten && !hasMarks)) {
        return elsewhere;
    }
    const double least = halfSeen >= kUneven ? 1.0 : 0.0;
    double odds = bitonal / (1.0 - bitonal) * factorAt(byHalfSeen, halfSeen);
    if (isWritten) {
        odds *= std::max(least, factorAt(byWriting, clue(Clue::penBroken)));
    }
    if (hasMarks) {
        odds *= std::max(least, factorAt(byMarks, clue(Clue::othersPeak)));
    }
    return odds / (1.0 + odds);
}

double LostInk::share(const Clues& clues, const PageMarks& marks) const
{
    const double alone = shareOf(clues, marks.halfSeen);
    const double loses = std::min(alone / kLostOfPage, 0.95); // probability that this page loses any
    const double likelihood = std::pow(1.0 - kLostOfPage, marks.seen) *
                              std::pow(1.0 + kAnsweredToBare * kLostOfPage, marks.bareGroups);
    const double ratio = std::min(1.0, likelihood);
    const double ifEven = alone * ratio / (1.0 - loses + loses * ratio);
    return (1.0 - marks.odd) * ifEven + marks.odd * alone;
}

} // namespace scanstraat::marks
