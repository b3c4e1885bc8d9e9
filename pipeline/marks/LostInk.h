// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/Evidence.h"
#include "reading/FieldReading.h"

#include <vector>

namespace scanstraat::marks {

/// What a page shows, in expected numbers.
struct PageMarks
{
    double seen = 0.0;       ///< boxes with a mark
    double bareGroups = 0.0; ///< groups of which one box should be marked and none is
    double odd = 0.0;        ///< probability that an odd hand marked it: one that presses as it likes
    int halfSeen = 0;        ///< boxes with what may be left of a cross
};

/// Whether a box is empty or crossed, and neither for certain.
[[nodiscard]] bool isHalfSeen(const reading::StateProbabilities& probabilities);

/// How many crosses a scan shows nothing of: black and white loses pale ink, and what is left of the page's
/// writing and of its other marks tells how pale it is. Where crosses are half lost, others are lost whole.
struct LostInk
{
    /// Where the clue is at most `upTo` the odds of a cross to be lost are so many times the usual ones.
    struct Step
    {
        double upTo = 1.0;
        double factor = 1.0;
    };

    double bitonal = 0.0;         ///< share of the crosses that black and white scans lose
    std::vector<Step> byWriting;  ///< by Clue::penBroken, ascending; at least one
    std::vector<Step> byMarks;    ///< by Clue::othersPeak, ascending; at least one
    std::vector<Step> byHalfSeen; ///< by PageMarks::halfSeen, ascending; at least one
    double elsewhere = 0.0;       ///< share in scans with greys, and on pages that show nothing at all

    /// 0..1 for a box with these clues on a page with these marks. Where an even hand's are seen in group
    /// after group, few can be lost; bare groups do not raise the share: they may be questions that do not
    /// concern the applicant.
    [[nodiscard]] double share(const Clues& clues, const PageMarks& marks) const;

private:
    /// By the witnesses, groups aside.
    [[nodiscard]] double shareOf(const Clues& clues, int halfSeen) const;
};

} // namespace scanstraat::marks
