// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/RegisteredPage.h"

#include <opencv2/core.hpp>

namespace scanstraat::page {

/// An upright cut-out of a registered page that knows its place on the form. Copies and inner parts share
/// the pixels, so that what looks at a field more than once resamples it once.
class PagePart
{
public:
    /// Cuts `area` (mm of the form) out of the page; see RegisteredPage::cut.
    PagePart(const RegisteredPage& page, const RectMm& area, double pixelsPerMm);

    [[nodiscard]] const cv::Mat& grey() const { return grey_; } ///< 8-bit
    [[nodiscard]] const RectMm& area() const { return area_; }  ///< of exactly these pixels, in mm
    [[nodiscard]] double pixelsPerMm() const { return pixelsPerMm_; }

    /// The whole pixels nearest to `wanted` (mm of the form), as far as they lie in this part.
    [[nodiscard]] cv::Rect toPixels(const RectMm& wanted) const;

    /// The part of this part that holds toPixels(wanted).
    [[nodiscard]] PagePart inner(const RectMm& wanted) const;

private:
    PagePart(cv::Mat grey, PointMm topLeft, double pixelsPerMm);

    cv::Mat grey_;
    RectMm area_;
    double pixelsPerMm_ = 1.0;
};

} // namespace scanstraat::page
