// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <opencv2/core.hpp>

namespace scanstraat::page {

enum class ChannelOrder { rgb, bgr };

/// Of the plane that belongs to a picture of that size: half of it, rounded up.
[[nodiscard]] cv::Size chromaSize(cv::Size picture);

/// The colours of an 8-bit picture with three channels, or four of which the last is not looked at; see
/// PageImage::chroma. At an odd edge a pixel is the mean of those that are there.
[[nodiscard]] cv::Mat chromaOf(const cv::Mat& picture, ChannelOrder order);

/// The plane of a picture that was stretched by `factor` (below 1: shrunk) to `picture` pixels; empty when
/// `chroma`, the plane of the picture before, is.
[[nodiscard]] cv::Mat stretchedChroma(const cv::Mat& chroma, cv::Point2d factor, cv::Size picture);

} // namespace scanstraat::page
