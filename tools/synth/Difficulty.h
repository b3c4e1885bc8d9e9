// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace scanstraat::synth {

/// How far pens, marks, printers and scanners stray from the ideal.
enum class Difficulty { easy, normal, hard };

/// The value that goes with a difficulty.
template <typename T>
constexpr T choose(Difficulty difficulty, T easy, T normal, T hard)
{
    switch (difficulty) {
    case Difficulty::easy:
        return easy;
    case Difficulty::hard:
        return hard;
    default:
        return normal;
    }
}

} // namespace scanstraat::synth
