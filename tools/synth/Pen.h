// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Difficulty.h"
#include "Random.h"

#include <opencv2/core.hpp>

#include <string>

namespace scanstraat::synth {

enum class PenKind { ballpoint, pencil, gel, felt };

/// One pen as one person holds it.
struct Pen
{
    PenKind kind = PenKind::ballpoint;
    std::string ink = "black"; ///< "black", "blue" or "grey"
    cv::Vec3d colour{0, 0, 0}; ///< share of light that full ink lets through: blue, green, red
    double widthMm = 0.5;      ///< width of a stroke on paper
    double density = 0.9;      ///< ink of a stroke, 0..1
    double flow = 0.1;         ///< how much the density wanders along strokes, 0..1
    double grain = 0.0;        ///< how much the paper's grain shows, 0..1
};

[[nodiscard]] Pen randomPen(Random& random, Difficulty difficulty);

/// What a printer leaves: even and black.
[[nodiscard]] Pen printerInk();

/// "ballpoint", "pencil", "gel", "felt".
[[nodiscard]] std::string toString(PenKind kind);

/// Ink that this pen leaves on this paper, place by place: 8-bit, `side` x `side` pixels, wraps around.
[[nodiscard]] cv::Mat inkTexture(const Pen& pen, int side, double pixelsPerMm, Random& random);

} // namespace scanstraat::synth
