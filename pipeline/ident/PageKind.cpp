// SPDX-License-Identifier: EUPL-1.2
#include "ident/PageKind.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::ident {

namespace {

constexpr double kLeastDpi = 0.95 * 100.0; ///< scanners round their dpi
constexpr double kSpeckMm = 0.5;           ///< narrower ink may be dust
constexpr double kPaperMm = 9.0;           ///< paper shows somewhere in a square of that side
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

/// The page at about 100 dpi or more (below 200), or as it is.
page::Overview lookFromAfar(const page::PageImage& image)
{
    page::Overview overview{image.grey, 1.0};
    for (const cv::Mat& half : image.halves) {
        if (image.dpi.value / (2 * overview.shrink) < kLeastDpi) {
            break;
        }
        overview = {half, 2 * overview.shrink};
    }
    return overview;
}

cv::Mat square(double side)
{
    return cv::getStructuringElement(cv::MORPH_RECT, cv::Size(1, 1) * std::max(1, cvRound(side)));
}

} // namespace

double inkShare(const page::PageImage& image)
{
    const page::Overview afar = lookFromAfar(image);
    const double pixelsPerMm = image.dpi.pixelsPerMm() / afar.shrink;
    const cv::Mat overview = afar.grey(withoutRim(afar.grey.size(), cvRound(kRimMm * pixelsPerMm)));
    cv::Mat paper;
    cv::resize(overview, paper, {}, 0.25, 0.25, cv::INTER_AREA);
    cv::dilate(paper, paper, square(kPaperMm * pixelsPerMm / 4));
    cv::resize(paper, paper, overview.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat dark;
    cv::subtract(paper, overview, dark);
    cv::Mat ink = dark > kInkContrast;
    cv::morphologyEx(ink, ink, cv::MORPH_OPEN, square(kSpeckMm * pixelsPerMm));
    return static_cast<double>(cv::countNonZero(ink)) / static_cast<double>(ink.total());
}

bool isBlank(const page::PageImage& image)
{
    return inkShare(image) < kBlankInk;
}

} // namespace scanstraat::ident
