// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

struct Checkbox
{
    RectMm outer;
    double lineMm = 0.25;
    bool round = false;
};

struct Comb
{
    std::vector<RectMm> cells; ///< along the middles of the lines, left to right
    std::vector<int> groups;   ///< cells a group; sums to cells.size()
    double lineMm = 0.25;
    bool isFramed = true; ///< every cell has a printed outline

    [[nodiscard]] RectMm box() const { return unite(cells); }
};

/// A place to write or draw in.
struct WritePlace
{
    RectMm box;                ///< along the middle of the frame; above its rules where there is no frame
    std::vector<RectMm> lines; ///< from top to bottom, at least one
    double frameMm = 0.0;      ///< 0: no frame of its own
    bool hasCaption = false;   ///< something is printed in the frame, beside the lines
};

/// What the print of a page is for.
struct AnswerPlaces
{
    std::vector<Checkbox> checkboxes;
    std::vector<Comb> combs;
    std::vector<WritePlace> places;
    std::vector<Frame> printedFrames; ///< nobody writes in them
    std::vector<Rule> printedRules;
    std::vector<std::string> undecided; ///< "box at 80.1, 120.4 mm, 5.1 x 5.1: checkbox or comb of one cell?"
};

/// Sorts frames, rules and combs by what they are for.
[[nodiscard]] AnswerPlaces sortPlaces(const PageFindings& page);

/// "box at 80.1, 120.4 mm, 5.1 x 5.1"
[[nodiscard]] std::string placeText(const std::string& what, const RectMm& area);

} // namespace scanstraat::draft
