// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "MarkDrawer.h"
#include "Random.h"
#include "Sheet.h"

#include <vector>

namespace scanstraat::marktest {

/// The hand of one person: lines that are never quite straight and never end where they should.
class MarkHand
{
public:
    /// References must outlive the hand.
    MarkHand(synth::Sheet& sheet, synth::Difficulty difficulty, synth::Random& random);

    [[nodiscard]] synth::Sheet& sheet() { return sheet_; }
    [[nodiscard]] synth::Random& random() { return random_; }
    [[nodiscard]] synth::MarkDrawer& drawer() { return drawer_; }
    [[nodiscard]] double penMm() const { return sheet_.pen().widthMm; }

    /// A place near `place`, `mm` away on average, more for a careless hand.
    [[nodiscard]] PointMm near(PointMm place, double mm);

    /// A line that bends a bit.
    [[nodiscard]] synth::Stroke line(PointMm from, PointMm to);

    /// A smooth line through those places.
    [[nodiscard]] synth::Stroke curve(const std::vector<PointMm>& places);

    /// A hand-drawn ellipse that hardly closes.
    [[nodiscard]] synth::Stroke loop(const RectMm& around);

    /// Two diagonals of a square of `reach` sides of the box, off its middle as this hand is.
    [[nodiscard]] std::vector<synth::Stroke> cross(const RectMm& box, double reach);

    /// Lines over `area`, `pitchMm` apart and turned by `degrees`, without lifting the pen.
    [[nodiscard]] synth::Stroke zigzag(const RectMm& area, double pitchMm, double degrees);

    /// Fills `area` so that hardly any paper is left, and goes over it again where it is.
    void fill(const RectMm& area, double degrees);

    /// Makes all strokes so wide.
    static std::vector<synth::Stroke> widened(std::vector<synth::Stroke> strokes, double widthMm);

private:
    synth::Sheet& sheet_;
    synth::Random& random_;
    synth::MarkDrawer drawer_;
    double care_; ///< 0 careless .. 1 careful
    double lean_; ///< of crosses, in sides
};

} // namespace scanstraat::marktest
