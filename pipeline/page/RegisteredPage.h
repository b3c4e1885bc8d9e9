// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Geometry.h"
#include "page/PageImage.h"
#include "reading/PageReading.h"

namespace scanstraat::page {

/// A scan whose place on the sheet is known: the only type that turns millimetres into pixels.
/// Const member functions are thread safe.
class RegisteredPage
{
public:
    /// Throws scanstraat::Error when the map of `registration` cannot be inverted.
    RegisteredPage(PageImage image, reading::Registration registration);

    [[nodiscard]] const PageImage& image() const { return image_; }
    [[nodiscard]] const reading::Registration& registration() const { return registration_; }

    [[nodiscard]] cv::Point2d toPixel(PointMm place) const;
    [[nodiscard]] PointMm toMillimetres(cv::Point2d pixel) const;

    /// Pixels of the scan per millimetre of the form (geometric mean of both directions).
    [[nodiscard]] double pixelsPerMm() const { return pixelsPerMm_; }

    /// Pixel coordinates are continuous: (0, 0) is the top left corner of the first pixel, whose centre is
    /// (0.5, 0.5).
    ///
    /// Upright cut-out of `area` at `pixelsPerMm`: 8-bit grey, round(width * pixelsPerMm) x
    /// round(height * pixelsPerMm) pixels, the pixel (0, 0) having its top left corner at the area's.
    /// What lies outside the scan is white. Only this part of the page is resampled, from the coarsest of
    /// the image's halves that is fine enough.
    [[nodiscard]] cv::Mat cut(const RectMm& area, double pixelsPerMm) const;

    /// The colours of the same cut-out: Cb and Cr as in PageImage::chroma, CV_8UC2, pixel for pixel those of
    /// `cut`. What lies outside the scan has no colour (128). Empty where the scan has none.
    [[nodiscard]] cv::Mat cutChroma(const RectMm& area, double pixelsPerMm) const;

private:
    /// A picture of the page; one of its pixels has `shrink` pixels of the scan along each side.
    struct Source
    {
        cv::Mat picture;
        double shrink = 1.0;
        double outside = 0.0; ///< the value of all channels outside the scan
    };

    [[nodiscard]] cv::Mat cutFrom(const Source& source, const RectMm& area, double pixelsPerMm) const;

    PageImage image_;
    reading::Registration registration_;
    cv::Matx23d mmToPixel_;
    cv::Matx23d pixelToMm_;
    double pixelsPerMm_ = 0.0;
};

} // namespace scanstraat::page
