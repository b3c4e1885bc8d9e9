// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"
#include "quality/QualityLimits.h"

namespace scanstraat::quality {

/// Measures how good a scan is. It looks at the overview and at some 48 small squares, never at every pixel:
/// one to two milliseconds a page, a tenth of a decode.
class QualityMeter
{
public:
    explicit QualityMeter(const QualityLimits& forms = kFormLimits,
                          const QualityLimits& pictures = kPictureLimits);

    /// A form page whose place is known; all measures are in millimetres of the form.
    [[nodiscard]] reading::ScanQuality measure(const page::RegisteredPage& page,
                                               const form::Page& layout) const;

    /// Any other page: an attachment, a blank back, a form page that could not be registered. What is cropped
    /// is not known there, and the brightest places count as paper, because small papers lie on a dark bed.
    [[nodiscard]] reading::ScanQuality measure(const page::PageImage& image) const;

private:
    QualityLimits forms_;
    QualityLimits pictures_;
};

} // namespace scanstraat::quality
