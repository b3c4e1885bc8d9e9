// SPDX-License-Identifier: EUPL-1.2
#include "quality/QualityMeter.h"

#include "quality/InkSampler.h"
#include "quality/PaperCells.h"
#include "quality/SheetGeometry.h"

#include <algorithm>
#include <cmath>

namespace scanstraat::quality {

namespace {

using reading::QualityMeasure;
using reading::ScanQuality;

/// Around the sheet: the bed shows there where the paper lies askew or the print is larger than it should be.
constexpr double kRimMm = 6.0;

/// Half of a form page is paper between print; of another page at least this share of the picture is.
constexpr double kFormPaper = 0.5;
constexpr double kPicturePaper = 0.97;

/// Digits behind the point are those of the record, so that value and verdict agree there.
void add(ScanQuality& quality, QualityMeasure measure, double value, double limit)
{
    constexpr double kSteps = 1000.0;
    quality.push_back({measure, std::round(value * kSteps) / kSteps, limit});
}

/// What can be measured on any picture.
ScanQuality measurePicture(const page::PageImage& image, double pixelsPerMm, const PaperCells& cells,
                           double paperShare, const QualityLimits& limits)
{
    ScanQuality quality;
    add(quality, QualityMeasure::paperGrey, paperGrey(cells, paperShare), limits.leastPaperGrey);
    add(quality, QualityMeasure::darkShare, darkShare(cells), limits.mostDarkShare);
    if (image.bitonal) {
        return quality; // black and white have no shades that a stroke could lose
    }
    if (const auto ink = sampleInk(image, pixelsPerMm, cells)) {
        add(quality, QualityMeasure::contrastGrey, ink->contrastGrey, limits.leastContrastGrey);
        add(quality, QualityMeasure::blurMm, ink->blurPixels / pixelsPerMm, limits.mostBlurMm);
    }
    return quality;
}

/// Corners of the picture without a rim, clockwise; of a slip at least the middle third is left.
std::array<cv::Point2d, 4> pictureCorners(cv::Size size, double rimPixels)
{
    const double x = std::min(rimPixels, size.width / 3.0);
    const double y = std::min(rimPixels, size.height / 3.0);
    return {cv::Point2d{x, y}, {size.width - x, y}, {size.width - x, size.height - y}, {x, size.height - y}};
}

} // namespace

QualityMeter::QualityMeter(const QualityLimits& forms, const QualityLimits& pictures)
    : forms_(forms), pictures_(pictures)
{
}

ScanQuality QualityMeter::measure(const page::RegisteredPage& page, const form::Page& layout) const
{
    const double pixelsPerMm = page.pixelsPerMm();
    const PaperCells cells = paperCells(page.image(), pixelsPerMm, sheetCorners(page, kRimMm));
    ScanQuality quality = measurePicture(page.image(), pixelsPerMm, cells, kFormPaper, forms_);
    add(quality, QualityMeasure::pixelsPerMm, leastPixelsPerMm(page), forms_.leastPixelsPerMm);
    add(quality, QualityMeasure::cutOffMm, cutOffMm(page), forms_.mostCutOffMm);
    add(quality, QualityMeasure::answersOutside, static_cast<double>(answersOutside(page, layout).size()),
        forms_.mostAnswersOutside);
    return quality;
}

ScanQuality QualityMeter::measure(const page::PageImage& image) const
{
    const double pixelsPerMm = image.dpi.pixelsPerMm();
    const auto corners = pictureCorners(image.grey.size(), kRimMm * pixelsPerMm);
    const PaperCells cells = paperCells(image, pixelsPerMm, corners);
    ScanQuality quality = measurePicture(image, pixelsPerMm, cells, kPicturePaper, pictures_);
    add(quality, QualityMeasure::pixelsPerMm, pixelsPerMm * std::min(image.filePixels.x, image.filePixels.y),
        pictures_.leastPixelsPerMm);
    return quality;
}

} // namespace scanstraat::quality
