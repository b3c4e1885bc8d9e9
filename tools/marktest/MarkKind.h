// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"
#include "base/Geometry.h"
#include "reading/FieldReading.h"

#include <optional>
#include <string>
#include <vector>

namespace scanstraat::marktest {

class MarkHand;

/// Where a mark goes.
struct MarkPlace
{
    RectMm box; ///< outer edge of the frame
    double frameMm = 0.25;
    bool round = false;
    RectMm label;               ///< the option's text
    bool labelled = true;       ///< false: `label` is only where it would be
    std::optional<RectMm> next; ///< the next box of the same question

    /// Within the frame's lines.
    [[nodiscard]] RectMm inside() const { return box.grown(-frameMm); }
};

/// What must hold of the ink of a drawn mark for its truth to be true.
struct InkLimits
{
    double least = 0.0; ///< share of the inside with ink
    double most = 1.0;
    double leastOutMm = 0.0;   ///< ink lies so far outside the box
    double mostOutMm = 100.0;  ///< and no farther
    bool paperAtSides = false; ///< at the middles of three sides or more
};

/// One way in which people mark a box.
struct MarkKind
{
    std::string name;
    reading::MarkState truth = reading::MarkState::empty;
    double weight = 0.0; ///< how common it is among the marks of its state; 0: in the hard set only
    InkLimits limits;
    void (*draw)(MarkHand& hand, const MarkPlace& place) = nullptr; ///< null: nothing to draw
    std::optional<synth::PenKind> pen{};                            ///< only with this pen
    bool takesNext = false; ///< the next box is part of the mark and has the same truth
    bool covers = false;    ///< also hides print: drawn after all others
    /// Kinds instead of it where no text stands beside the box, and where the next box is far away; empty:
    /// none.
    std::string withoutLabel{};
    std::string whenApart{};
};

/// All of them: empty, crossed, blackened, recrossed, unclear.
[[nodiscard]] const std::vector<MarkKind>& markKinds();

/// Index of the kind with that name; throws scanstraat::Error when there is none.
[[nodiscard]] std::size_t kindNamed(const std::string& name);

/// The parts of markKinds().
[[nodiscard]] std::vector<MarkKind> emptyKinds();
[[nodiscard]] std::vector<MarkKind> crossedKinds();
[[nodiscard]] std::vector<MarkKind> blackKinds(); ///< blackened and recrossed
[[nodiscard]] std::vector<MarkKind> unclearKinds();

} // namespace scanstraat::marktest
