// SPDX-License-Identifier: EUPL-1.2
#include "page/PagePart.h"

namespace scanstraat::page {

PagePart::PagePart(const RegisteredPage& page, const RectMm& area, double pixelsPerMm)
    : PagePart(page.cut(area, pixelsPerMm), {area.x, area.y}, pixelsPerMm)
{
}

PagePart::PagePart(cv::Mat grey, PointMm topLeft, double pixelsPerMm)
    : grey_(std::move(grey)), area_{topLeft.x, topLeft.y, grey_.cols / pixelsPerMm, grey_.rows / pixelsPerMm},
      pixelsPerMm_(pixelsPerMm)
{
}

cv::Rect PagePart::toPixels(const RectMm& wanted) const
{
    const cv::Rect rect(
        cv::Point(cvRound((wanted.x - area_.x) * pixelsPerMm_), cvRound((wanted.y - area_.y) * pixelsPerMm_)),
        cv::Point(cvRound((wanted.right() - area_.x) * pixelsPerMm_),
                  cvRound((wanted.bottom() - area_.y) * pixelsPerMm_)));
    return rect & cv::Rect({0, 0}, grey_.size());
}

PagePart PagePart::inner(const RectMm& wanted) const
{
    const cv::Rect rect = toPixels(wanted);
    return {grey_(rect), {area_.x + rect.x / pixelsPerMm_, area_.y + rect.y / pixelsPerMm_}, pixelsPerMm_};
}

} // namespace scanstraat::page
