// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/InkPicture.h"

#include <optional>
#include <string>
#include <vector>

namespace scanstraat::letters {

/// A letter's pieces told apart: what floats above (accent) and the letter itself.
struct AccentSplit
{
    std::vector<std::size_t> letter; ///< indices of the pieces given
    std::vector<std::size_t> accent;
};

/// Splits the pieces of one letter; the accent is empty when nothing small floats above the largest piece.
[[nodiscard]] AccentSplit splitAccent(const std::vector<Piece>& pieces);

/// The letter with the accent whose shape that is, as UTF-8 ("É"); none where the letter takes no such
/// mark in European names (a dot on an I).
[[nodiscard]] std::optional<std::string> accentedLetter(char letter, const std::vector<Piece>& accent,
                                                        const cv::Mat& labels);

} // namespace scanstraat::letters
