// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace scanstraat::quality {

/// Limits of the measures in reading::QualityMeasure; docs/quality.md has the figures they come from.
struct QualityLimits
{
    double leastPaperGrey = 0.0;
    double mostDarkShare = 1.0;
    double leastContrastGrey = 0.0;
    double mostBlurMm = 0.0;
    double leastPixelsPerMm = 0.0;
    double mostCutOffMm = 0.0;       ///< form pages only
    double mostAnswersOutside = 0.0; ///< form pages only
};

/// For form pages, whose values the program answers for.
constexpr QualityLimits kFormLimits{
    .leastPaperGrey = 80.0,
    .mostDarkShare = 0.1,
    .leastContrastGrey = 50.0,
    .mostBlurMm = 0.2,
    .leastPixelsPerMm = 5.5,
    .mostCutOffMm = 20.0,
    .mostAnswersOutside = 0.0,
};

/// For all other pages, which only people read.
constexpr QualityLimits kPictureLimits{
    .leastPaperGrey = 50.0,
    .mostDarkShare = 0.98,
    .leastContrastGrey = 30.0,
    .mostBlurMm = 0.5,
    .leastPixelsPerMm = 2.9,
};

} // namespace scanstraat::quality
