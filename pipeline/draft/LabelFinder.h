// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"
#include "draft/Findings.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

/// What the print near a place says of it.
struct Label
{
    std::string question; ///< "1.5"; empty: no number stands there
    std::string text;     ///< empty: nothing near
};

/// Finds the printed texts that belong to places to answer in. `page` and `places` must outlive it.
class LabelFinder
{
public:
    LabelFinder(const PageFindings& page, const AnswerPlaces& places);

    /// The text to the right of a checkbox up to the next box, with the lines that it goes on over; left of
    /// it where nothing stands to the right.
    [[nodiscard]] std::string ofCheckbox(const Checkbox& box) const;

    /// The text left of a place in its row, else inside its top, above it, or below.
    [[nodiscard]] Label ofPlace(const RectMm& area) const;

    /// Whether a text that is not the going on of one above begins left of `area` in its row.
    [[nodiscard]] bool beginsQuestion(const RectMm& area) const;

private:
    [[nodiscard]] std::vector<const TextWord*> leftWords(const RectMm& area) const;
    [[nodiscard]] std::vector<const TextWord*> wordsBetween(double from, double to, double top,
                                                            double bottom) const;
    [[nodiscard]] double leftEnd(const RectMm& area, double top, double bottom) const;
    [[nodiscard]] std::vector<const TextWord*> nextRow(const std::vector<const TextWord*>& row,
                                                       const RectMm& area, bool up) const;
    [[nodiscard]] std::string inTable(const RectMm& area) const;
    [[nodiscard]] std::string leftLabel(const RectMm& area) const;
    [[nodiscard]] std::string goesOn(const RectMm& first, double until) const;
    [[nodiscard]] std::string above(const RectMm& area) const;
    [[nodiscard]] std::string inside(const RectMm& area) const;
    [[nodiscard]] std::string below(const RectMm& area) const;

    const PageFindings& page_;
    [[nodiscard]] bool hasCaptionsBelow(const std::vector<WritePlace>& places) const;

    std::vector<RectMm> taken_; ///< boxes, combs and places
    bool captionsBelow_ = false;
};

/// Takes a question's number off the front of a label: "1.5 Geboortedatum".
[[nodiscard]] Label splitNumber(const std::string& text);

} // namespace scanstraat::draft
