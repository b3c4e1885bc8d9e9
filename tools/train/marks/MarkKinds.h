// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "MarkDrawing.h"
#include "reading/FieldReading.h"

#include <optional>

namespace scanstraat::train {

/// What was done to one box.
struct DrawnMark
{
    /// None: people would differ; not trained on.
    std::optional<reading::MarkState> state = reading::MarkState::empty;
    int kind = 0;           ///< for counting by kind: 10 * state + number
    double strength = 1.0;  ///< of the ink against the tool's; eraser residue has less
    double cover = 0.0;     ///< share of the box's inside with ink
    double darkness = 0.0;  ///< of that ink, 0..255
    bool fluid = false;     ///< correction fluid over it
    bool spansNext = false; ///< also marks the next box
};

/// Draws a mark of that state into the layer with one of the ways that people have, and says what came of it.
/// `next`: another box near this one, for marks over two.
[[nodiscard]] DrawnMark drawKind(reading::MarkState state, Layer& layer, const Tool& tool, const RectMm& box,
                                 const std::optional<RectMm>& next, Dice& dice);

} // namespace scanstraat::train
