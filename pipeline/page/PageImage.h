// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Units.h"

#include <opencv2/core.hpp>

#include <vector>

namespace scanstraat::page {

/// One scanned page: 8-bit grey, paper bright, as it lies in the file (not turned upright).
struct PageImage
{
    cv::Mat grey;
    Dpi dpi;              ///< of `grey`; from the file's tag, or estimated as A4 when the tag is absurd
    bool bitonal = false; ///< the file holds black and white only
    /// Pixels of the file per pixel of `grey` in x and y: 2 where a 600 dpi scan was halved.
    cv::Point2d filePixels{1.0, 1.0};
    /// `grey` at 1/2, 1/4, ... of its size, each pixel the mean of four: made once by addHalves for all that
    /// looks at the page from a distance. May be empty.
    std::vector<cv::Mat> halves{};
    /// Cb and Cr (ITU-R BT.601, full range as in JPEG; 128: no colour), CV_8UC2, half the size of `grey` in
    /// both directions (rounded up); each pixel the mean colour of its four. Empty: the file has no colours.
    cv::Mat chroma{};
    /// Drawn by a program from a page description, not scanned: lies exactly straight, without noise.
    bool isDrawn = false;
};

/// A page seen from a distance.
struct Overview
{
    cv::Mat grey;
    double shrink = 1.0; ///< pixels of PageImage::grey per pixel of this one: 1, 2, 4, ...
};

/// Dots per inch of a picture of that size if it shows a sheet of A4.
[[nodiscard]] Dpi dpiIfA4(cv::Size size);

/// The same picture with a resolution other than its file states; stretched to even pixels where both
/// directions differ by more than 2 %.
[[nodiscard]] PageImage withResolution(const PageImage& image, Dpi x, Dpi y);

/// Resizes `grey` and `chroma` and keeps `filePixels` in step; `dpi` and `halves` are left to the caller.
/// `factor`: new pixels per pixel in x and y.
void stretch(PageImage& image, cv::Point2d factor);

/// The picture at half its size, each pixel the mean of four; an odd last row or column is left out, because
/// it would make this several times slower.
[[nodiscard]] cv::Mat halved(const cv::Mat& picture);

/// Fills `halves` down to the coarsest of about 75 dpi or more.
void addHalves(PageImage& image);

/// The page at about 75 dpi or more (below 150), as `halves` ends; made here where that is empty.
[[nodiscard]] Overview overviewOf(const PageImage& image);

} // namespace scanstraat::page
