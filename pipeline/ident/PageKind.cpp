// SPDX-License-Identifier: EUPL-1.2
#include "ident/PageKind.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::ident {

namespace {

constexpr double kOverviewDpi = 100.0;
constexpr double kRimMm = 8.0;
constexpr double kInkContrast = 40.0; ///< bleed-through of a printed back stays below 30

/// Share of ink of a blank back with dust; a line of 8 pt text of 20 mm has 2e-4.
constexpr double kBlankInk = 5e-5;

/// A slip that is narrower than three rims is looked at from side to side.
cv::Rect withoutRim(cv::Size size, int rim)
{
    const int x = size.width > 3 * rim ? rim : 0;
    const int y = size.height > 3 * rim ? rim : 0;
    return {x, y, size.width - 2 * x, size.height - 2 * y};
}

} // namespace

double inkShare(const page::PageImage& image)
{
    const double shrink = std::max(1.0, std::round(image.dpi.value / kOverviewDpi));
    cv::Mat overview;
    cv::resize(image.grey, overview, {}, 1.0 / shrink, 1.0 / shrink, cv::INTER_AREA);
    overview = overview(withoutRim(overview.size(), cvRound(kRimMm * image.dpi.pixelsPerMm() / shrink)));
    cv::Mat paper;
    cv::resize(overview, paper, {}, 0.25, 0.25, cv::INTER_AREA);
    cv::dilate(paper, paper, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    cv::resize(paper, paper, overview.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat dark;
    cv::subtract(paper, overview, dark);
    cv::Mat ink = dark > kInkContrast;
    cv::morphologyEx(ink, ink, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {2, 2}));
    return static_cast<double>(cv::countNonZero(ink)) / static_cast<double>(ink.total());
}

bool isBlank(const page::PageImage& image)
{
    return inkShare(image) < kBlankInk;
}

} // namespace scanstraat::ident
