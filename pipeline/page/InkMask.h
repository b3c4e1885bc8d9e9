// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::page {

/// Brightness of paper and of what is printed or written, in a cut-out.
struct Levels
{
    double paper = 255.0;    ///< grey value of bare paper
    double noise = 0.0;      ///< standard deviation of bare paper, grey levels
    double contrast = 200.0; ///< paper minus the darkest print or ink, at least 40
};

/// Levels of `grey` (8-bit).
[[nodiscard]] Levels measureLevels(const cv::Mat& grey);

/// How dark each pixel is against paper of that grey value: 255 - 255 grey / paper, 8-bit.
[[nodiscard]] cv::Mat darknessOf(const cv::Mat& grey, double paper);

/// Pixels with ink, 255 or 0: pencil and blue included, paper noise left out. A cut-out of a black and white
/// scan is cut half way instead, as its greys come from resampling.
[[nodiscard]] cv::Mat darkerThanPaper(const cv::Mat& grey, const Levels& levels, bool bitonal);

/// The same without single specks.
[[nodiscard]] cv::Mat inkMask(const cv::Mat& grey, const Levels& levels, bool bitonal, double pixelsPerMm);

} // namespace scanstraat::page
