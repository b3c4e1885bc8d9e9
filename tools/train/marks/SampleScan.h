// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Pen.h"
#include "page/PageImage.h"
#include "reading/PageReading.h"

namespace scanstraat::train {

/// What the scanner gives of a drawing.
struct SampleScan
{
    page::PageImage image;
    reading::Registration registration; ///< where the reader believes it to lie
    reading::Registration truth;        ///< where it lies
};

/// How good a scan should be.
struct ScanCare
{
    double faintest = 255.0; ///< darkness of the palest ink, that must not all get lost in black and white
    bool real = false;       ///< noise, blur and shadows as scanners in use have them, not more
};

constexpr double kNoColour = 128.0; ///< Cb or Cr of what is grey

/// Scans a drawing (darkness, 8-bit, and Cb and Cr, both at kCanvas): resampled to 200-400 dpi and turned a
/// little, blurred, with paper noise, uneven light and dust, in colour, grey or black and white. The
/// registration is off by up to 0.4 mm.
[[nodiscard]] SampleScan scanSample(const cv::Mat& dark, const cv::Mat& chroma, const ScanCare& care,
                                    Dice& dice);

} // namespace scanstraat::train
