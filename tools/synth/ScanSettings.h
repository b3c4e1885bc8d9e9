// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Difficulty.h"
#include "Random.h"

namespace scanstraat::synth {

enum class ColourMode { grey, colour, bitonal };

/// What the printer and the scanner do to all pages of an application.
struct JobSettings
{
    double dpi = 300.0;
    ColourMode mode = ColourMode::grey;
    double printScale = 1.0;     ///< printed size over true size
    double printDarkness = 1.0;  ///< 0 white .. 1 black
    double blurPx = 0.6;         ///< sigma of the scanner's optics
    double noise = 2.0;          ///< deviation of the sensor's noise, in grey levels
    double paper = 250.0;        ///< grey level of paper
    double paperBlue = 1.0;      ///< share of blue in a colour scan's paper
    double unevenness = 0.02;    ///< fall of light towards an edge, 0..1
    double whitePoint = 256.0;   ///< grey level that becomes white; over 255: none
    bool darkBackground = false; ///< what lies beside the sheet is black, not white
    bool adaptive = false;       ///< bitonal: threshold from the surroundings
    double threshold = 150.0;    ///< bitonal: darker is black
    int jpegQuality = 75;
};

/// What the feeder does to one page.
struct PageSettings
{
    double skewDegrees = 0.0;
    double shiftXMm = 0.0;
    double shiftYMm = 0.0;
    double printShiftXMm = 0.0;
    double printShiftYMm = 0.0;
    double feedStretch = 1.0; ///< length of the page in feeding direction against its width
    double bendMm = 0.05;     ///< largest smooth deviation from a straight sheet
    int quarterTurns = 0;     ///< clockwise turns of the finished picture
    int specks = 0;
    bool streak = false; ///< dust on the glass: a thin line along the page
    bool punchHoles = false;
    bool staple = false; ///< shadow of a staple hole in the corner
    bool stain = false;
};

[[nodiscard]] JobSettings randomJob(Difficulty difficulty, Random& random);
[[nodiscard]] PageSettings randomPage(Difficulty difficulty, Random& random);

} // namespace scanstraat::synth
