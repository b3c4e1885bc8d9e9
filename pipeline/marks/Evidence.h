// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxCutter.h"
#include "marks/PenTrace.h"

#include <array>
#include <span>
#include <vector>

namespace scanstraat::marks {

/// What is known beside the cut itself, in the order in which the network takes it; each about 0..1.
enum class Clue {
    side,         ///< side of the box, 5 mm = 1
    frameWidth,   ///< of the frame's lines, a tenth of the side = 1
    round,        ///< 1: a round box
    bitonal,      ///< 1: a black and white scan
    resolution,   ///< pixels of the scan per millimetre, 12 = 1, at most 2
    frameDark,    ///< darkness of the printed lines in the cut: how black this print is
    noise,        ///< of the paper, 25 grey levels = 1
    frameSeen,    ///< share of the frame that was found
    shift,        ///< of the frame against the registration, 1 mm = 1
    uncertainty,  ///< of the registration, 0.5 mm = 1
    penKnown,     ///< 1: something is written on the page
    penWidth,     ///< stroke width of that writing in sides of the box; 0 where nothing is written
    penDarkness,  ///< darkness of that writing; 0 where nothing is written
    othersPeak,   ///< median over the page's other marked boxes: how dark their darkest ink is
    othersCover,  ///< the same of the mean darkness inside
    othersMarked, ///< share of the page's other boxes with ink inside
    penBroken,    ///< share of that writing that a black and white scan left in specks
    lineBeyond,   ///< how nearly a line goes on to the right, for boxes with ink inside
    colourKnown,  ///< 1: the scan has colours and the box has ink
    colour,       ///< of that ink: 0 grey, blue ballpoint 0.5 to 0.8, as what is left of the frame mixes in
    colourApart,  ///< how far that is from the page's writing, or from its other marks where nothing is
                  ///< written
    count
};
constexpr std::size_t kClues = static_cast<std::size_t>(Clue::count);
using Clues = std::array<float, kClues>;

/// The clues to each of a page's boxes. `cuts`: all of them.
[[nodiscard]] std::vector<Clues> cluesOf(const page::RegisteredPage& page, const PenTrace& pen,
                                         std::span<const BoxCut> cuts);

} // namespace scanstraat::marks
