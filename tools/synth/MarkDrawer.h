// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Difficulty.h"
#include "Sheet.h"
#include "reading/FieldReading.h"

namespace scanstraat::synth {

/// Marks checkboxes and signs, with one hand and the sheet's pen.
class MarkDrawer
{
public:
    MarkDrawer(Sheet& sheet, Difficulty difficulty, Random& random);

    /// `state` empty and unclear draw nothing.
    void mark(const RectMm& box, reading::MarkState state);

    /// A signature that fills most of the region.
    void sign(const RectMm& region);

private:
    [[nodiscard]] Stroke stroke(PointMm from, PointMm to, double bend);
    [[nodiscard]] std::vector<Stroke> cross(const RectMm& box, double reach);
    [[nodiscard]] std::vector<Stroke> tick(const RectMm& box);
    [[nodiscard]] std::vector<Stroke> dot(const RectMm& box);
    [[nodiscard]] std::vector<Stroke> crossing(const RectMm& box);
    /// A zigzag over `area`, its lines `pitch` mm apart and turned by `degrees`.
    [[nodiscard]] Stroke hatch(const RectMm& area, double pitch, double degrees);
    void blacken(const RectMm& box);
    [[nodiscard]] PointMm near(PointMm place, double mm);

    Sheet& sheet_;
    Difficulty difficulty_;
    Random& random_;
    double neatness_; ///< of this hand: 0 careless .. 1 neat
    int habit_;       ///< the mark that this hand makes mostly
};

} // namespace scanstraat::synth
