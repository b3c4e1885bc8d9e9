// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

namespace scanstraat::quality {

/// Appends the blur of each dark stroke that a row of grey levels crosses, as the deviation of a Gaussian in
/// pixels.
///
/// `paper` is the grey level of paper there. A stroke is `leastDepth` darker than the paper beside it, and
/// the paper shows on both sides (to four fifths of its depth), as it does not between strokes that melt
/// together. The deviation comes from how wide the stroke's flanks are and how far apart, so that it is the
/// same for thin and broad strokes; a stroke that is crossed aslant looks more blurred than it is.
void measureStrokes(std::span<const float> profile, double paper, double leastDepth,
                    std::vector<double>& blurs);

} // namespace scanstraat::quality
