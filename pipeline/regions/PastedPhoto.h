// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/RegisteredPage.h"

namespace scanstraat::regions {

/// Size of a Dutch passport photo (Rijksdienst voor Identiteitsgegevens, photo matrix): 35 x 45 mm.
inline constexpr double kPhotoWidthMm = 35.0;
inline constexpr double kPhotoHeightMm = 45.0;

/// A photo that was pasted onto a page, on its frame or beside it.
struct PastedPhoto
{
    double covered = 0.0;    ///< share of the frame that is no bare paper, 0..1
    bool hasOutline = false; ///< its four sides were found; otherwise `picture` is what the frame shows
    bool lying = false;      ///< it was pasted sideways: wider than high
    cv::Mat
        picture; ///< 8-bit BGR, or grey where the scan has no colours; 35 x 45 mm, or 45 x 35 where it lies
    double pixelsPerMm = 0.0; ///< of `picture`
};

/// Looks for a photo in the frame `frame` (mm of the form) and up to 8 mm around it. The tilt at which it was
/// pasted is taken out, up to 20 degrees.
[[nodiscard]] PastedPhoto findPhoto(const page::RegisteredPage& page, const RectMm& frame);

/// What the page shows there: 8-bit BGR, or grey where the scan has no colours.
[[nodiscard]] cv::Mat colourCut(const page::RegisteredPage& page, const RectMm& area, double pixelsPerMm);

} // namespace scanstraat::regions
