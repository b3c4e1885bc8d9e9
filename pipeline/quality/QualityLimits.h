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

/// For form pages, whose values the program answers for. Good scans have paper of 236 and more, a contrast of
/// 190 and more, and a blur below 0.09 mm.
constexpr QualityLimits kFormLimits{
    .leastPaperGrey =
        100.0,            ///< at 125 all is read as on white paper, at 88 a fifth of the pages is not found
    .mostDarkShare = 0.1, ///< a strip of two centimetres; a torn-off corner on a dark bed is 0.02
    .leastContrastGrey = 110.0, ///< at 120 all is read as in black, at 100 a third of the pages is not found
    .mostBlurMm =
        0.2, ///< at 0.17 3 % fewer values are right, at 0.21 a quarter; at 0.26 wrong ones are accepted
    .leastPixelsPerMm = 5.5, ///< 140 dpi
    .mostCutOffMm = 20.0,    ///< more than the margin with the marks; feeders shift and turn by up to 7 mm
    .mostAnswersOutside = 0.0,
};

/// For all other pages, which only people read. The tones are as strict as those of form pages, because a
/// form page beyond them is not recognised and would pass for an attachment.
constexpr QualityLimits kPictureLimits{
    .leastPaperGrey = 100.0,
    .mostDarkShare = 0.98, ///< an identity card on a dark bed leaves 0.93
    .leastContrastGrey = 110.0,
    .mostBlurMm = 0.35,      ///< strokes of 10 point type are 0.3 mm wide
    .leastPixelsPerMm = 2.9, ///< 75 dpi: small letters are 5 pixels high
};

} // namespace scanstraat::quality
