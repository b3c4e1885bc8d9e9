// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "letters/LinePrior.h"

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace scanstraat::letters {

/// One text that a line may hold.
struct LineText
{
    std::u32string tokens;
    double probability = 0.0; ///< among all texts that were kept; they sum to 1
};

struct LineTexts
{
    std::vector<LineText> texts; ///< best first, at least one; it may be a text without tokens
    double allowed = 1.0; ///< probability that the line shows what may stand there, before any is preferred
};

/// The likeliest texts by what the line shows and by `prior` together: prefix beam search over all ways to
/// write a text in places (Hannun et al., 2014). Where only one of two characters that are written alike (0
/// and O, 1 and I, 2 and Z, 5 and S) may stand in the field, both count as that one.
///
/// `logs`: LineRecogniser::read for `alphabet`. `beam`: prefixes that are followed.
[[nodiscard]] LineTexts searchLine(const cv::Mat& logs, const std::u32string& alphabet,
                                   const LinePrior& prior, std::size_t beam = 40);

/// The likeliest token of each place, repetitions and blanks taken out: what the line shows before anything
/// is preferred. `logs` as above.
[[nodiscard]] std::u32string bestPath(const cv::Mat& logs, const std::u32string& alphabet);

/// First and last place of each token, in the likeliest way to write the text (Viterbi).
struct Places
{
    int first = 0;
    int last = 0;
};
[[nodiscard]] std::vector<Places> placesOf(const std::u32string& tokens, const cv::Mat& logs,
                                           const std::u32string& alphabet);

/// For each token of the first text how likely it is that one stands there and is right, all texts
/// considered; and what else may stand there.
struct TokenBelief
{
    double probability = 0.0;
    std::vector<std::pair<char32_t, double>> others; ///< likeliest first
};
[[nodiscard]] std::vector<TokenBelief> beliefsOf(const std::vector<LineText>& texts);

} // namespace scanstraat::letters
