// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace scanstraat::barcodes {

/// Texts of the Code 39 barcodes that ZXing finds on the whole page at its most thorough; one at most.
[[nodiscard]] std::vector<std::string> readWithZxing(const cv::Mat& grey);

/// The same with zbar, with nothing but Code 39 switched on.
[[nodiscard]] std::vector<std::string> readWithZbar(const cv::Mat& grey);

} // namespace scanstraat::barcodes
