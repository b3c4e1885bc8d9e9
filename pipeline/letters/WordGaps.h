// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <string>

namespace scanstraat::letters {

/// A second witness for where words end: how wide the gaps in `line` (LineRecogniser) are against the usual
/// one of that line, which is more than a network sees at a time. Makes a space likelier in wide gaps and
/// less likely in narrow ones, in place. `logs`: LineRecogniser::read of the line; rows stay log
/// probabilities.
void weighGaps(cv::Mat& logs, const cv::Mat& line, const std::u32string& alphabet);

} // namespace scanstraat::letters
