// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanKind.h"
#include "Scenario.h"
#include "reading/FieldReading.h"

#include <array>
#include <string>
#include <vector>

namespace scanstraat::marktest {

/// Where a page of the test stands.
struct PageFacts
{
    Set set = Set::ordinary;
    int page = 0;
    std::string form;
    ScanKind scan = ScanKind::mixed;
    std::string pen; ///< "pencil", "blue", "black"
};

/// One box, what was drawn in it and what was read.
struct BoxCase
{
    PageFacts page;
    std::string field;
    std::string option;
    std::size_t optionIndex = 0;
    std::size_t kind = 0; ///< index into markKinds()
    double sideMm = 0.0;
    bool round = false;
    bool lost = false;    ///< marked, but the black and white scan shows nothing of it inside the box
    bool pageRead = true; ///< false: the page was refused, nothing below was read
    reading::MarkState state = reading::MarkState::unclear;
    std::array<double, reading::kMarkStates> probabilities{};
    reading::FieldState fieldState = reading::FieldState::unsure;

    [[nodiscard]] reading::MarkState truth() const;
    /// The state with the highest probability, and that probability.
    [[nodiscard]] reading::MarkState likeliest() const;
    [[nodiscard]] double belief() const;
    [[nodiscard]] bool isRight() const { return pageRead && state == truth(); }
    [[nodiscard]] bool isReviewed() const { return !pageRead || state == reading::MarkState::unclear; }
    [[nodiscard]] bool isAcceptedWrong() const { return !isReviewed() && state != truth(); }
};

/// One answer: accepted and right, accepted and wrong, or for a person to look at.
struct FieldCase
{
    PageFacts page;
    bool accepted = false;
    bool right = false; ///< of an accepted one
};

/// What a run saw.
struct Cases
{
    std::vector<BoxCase> boxes;
    std::vector<FieldCase> fields;
    std::vector<std::size_t> drawn;   ///< boxes of each kind, by index into markKinds()
    std::vector<std::size_t> dropped; ///< of those the ones whose ink did not bear the truth out
    int pages = 0;
    int refusedPages = 0;
    int rescanPages = 0; ///< read, but with a finding page.rescan
    double markMilliseconds = 0.0;
    double pageMilliseconds = 0.0; ///< all stages
    std::size_t timedBoxes = 0;
};

/// A line a box, with a heading.
[[nodiscard]] std::string toCsv(const std::vector<BoxCase>& boxes);

} // namespace scanstraat::marktest
