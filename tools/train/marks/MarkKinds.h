// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "MarkDrawing.h"
#include "reading/FieldReading.h"

#include <optional>
#include <vector>

namespace scanstraat::train {

/// How often the states and their kinds occur. `odd`: every one about equally often, as if somebody marked
/// the page in all ways there are; `real`: as on forms; `even`: three pages odd, two with the states as on
/// forms.
enum class Mix { even, real, odd };

/// What was done to one box.
struct DrawnMark
{
    /// None: people would differ; not trained on.
    std::optional<reading::MarkState> state = reading::MarkState::empty;
    int kind = 0;          ///< for counting by kind: 20 * state + number
    double strength = 1.0; ///< of the ink against the tool's; eraser residue has less
    /// Where there is ink and no print under it, not further from the box than the box is large; 16 places a
    /// square millimetre.
    std::vector<PointMm> ink{};
    bool fluid = false;             ///< correction fluid over it
    bool spansNext = false;         ///< also marks the next box
    bool beside = false;            ///< next to the box: in another box it would be that one's
    std::optional<RectMm> ringed{}; ///< about where another box has a ring
};

/// Where a mark goes.
struct MarkPlace
{
    Layer& layer;
    const Tool& tool;
    const RectMm& box;
    std::optional<RectMm> next; ///< another box near this one, for marks over two
};

/// Draws a mark of that state into the layer with one of the ways that people have, and says what came of it.
[[nodiscard]] DrawnMark drawKind(reading::MarkState state, const MarkPlace& place, Mix mix, Dice& dice);

} // namespace scanstraat::train
