// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/InkPicture.h"

#include <vector>

namespace scanstraat::letters {

/// The smallest part of a line that is never divided: pieces of ink that stand above each other, or a
/// slice of a piece that is too wide for one letter.
struct Atom
{
    cv::Rect box;
    std::vector<Piece> pieces; ///< empty for a slice
    int label = 0;             ///< of the sliced piece
};

/// A line of writing cut into atoms, left to right.
struct Segments
{
    std::vector<Atom> atoms;
    double capitalHeight = 0.0; ///< pixels
    double baseline = 0.0;      ///< pixels from the picture's top
};

/// Cuts the writing of one line. Pieces whose centre lies outside `line` (pixels) are left out.
[[nodiscard]] Segments segmentLine(const InkPicture& picture, const cv::Rect& line);

/// Takes out what is no writing: rests of the frame's sides, specks far from the text and a thin stroke that
/// stands alone behind it. True for the last one, which may have been meant.
bool dropStrays(Segments& segments, const cv::Rect& frame);

} // namespace scanstraat::letters
