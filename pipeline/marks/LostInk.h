// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/Evidence.h"

#include <vector>

namespace scanstraat::marks {

/// What a page shows, in expected numbers.
struct PageMarks
{
    double seen = 0.0;       ///< boxes with a mark
    double bareGroups = 0.0; ///< groups of which one box should be marked and none is
    double odd = 0.0;        ///< probability that an odd hand marked it: one that presses as it likes
};

/// How many crosses a scan shows nothing of: black and white loses pale ink, and what is left of the page's
/// writing and of its other marks tells how pale it is.
struct LostInk
{
    /// Where the clue is at most `upTo` the odds of a cross to be lost are so many times the usual ones.
    struct Step
    {
        double upTo = 1.0;
        double factor = 1.0;
    };

    double bitonal = 0.0;        ///< share of the crosses that black and white scans lose
    std::vector<Step> byWriting; ///< by Clue::penBroken, ascending; at least one
    std::vector<Step> byMarks;   ///< by Clue::othersPeak, ascending; at least one
    double elsewhere = 0.0;      ///< share in scans with greys, and on pages that show nothing at all

    /// 0..1 for a box with these clues; of a page on which nothing is counted.
    [[nodiscard]] double share(const Clues& clues) const;

    /// The same on a page with these marks: where an even hand's are seen in group after group, few can be
    /// lost. Never more than without them: bare groups may be questions that do not concern the applicant.
    [[nodiscard]] double share(const Clues& clues, const PageMarks& marks) const;
};

} // namespace scanstraat::marks
