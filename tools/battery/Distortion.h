// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "PageDeck.h"
#include "Scene.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::battery {

/// When a distortion happens; of one stage a page suffers one, but any number on the sheet. The last two
/// are not for mixed pages: `spoilt` scans must be made again, `several` are made of others.
enum class Stage { print, marks, sheet, copy, bed, turn, resolution, tone, light, tag, spoilt, several };

/// With what a distortion works. `random` gives the same numbers at every strength, so that only the dial
/// moves.
struct Dial
{
    double strength = 1.0;
    synth::Random& random;
    PageDeck& deck;
};

/// One thing that happens to paper, in the scanner or to the file. Its default strength is 1; at 0 nothing
/// happens.
struct Distortion
{
    std::string name;
    Stage stage;
    std::string meaning; ///< what strength means, in words and units
    void (*act)(Scene&, const Dial&);
};

/// All of them, in the order of the table; those that no mixed page has come last.
[[nodiscard]] const std::vector<Distortion>& allDistortions();

/// Index of the distortion with that name; throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] std::size_t distortionNamed(const std::string& name);

/// Does nothing at a strength of 0 or less.
void distort(Scene& scene, const Distortion& distortion, const Dial& dial);

// One file for each of these groups.
[[nodiscard]] std::vector<Distortion> scannerDistortions();
[[nodiscard]] std::vector<Distortion> bedDistortions();
[[nodiscard]] std::vector<Distortion> sheetDistortions();
[[nodiscard]] std::vector<Distortion> copyDistortions();
[[nodiscard]] std::vector<Distortion> markDistortions();
[[nodiscard]] std::vector<Distortion> spoiltDistortions();
[[nodiscard]] std::vector<Distortion> pairedDistortions();

} // namespace scanstraat::battery
