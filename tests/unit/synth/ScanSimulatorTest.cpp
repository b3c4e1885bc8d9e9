// SPDX-License-Identifier: EUPL-1.2
#include "ScanSimulator.h"
#include "TestForm.h"
#include "print/FormPrinter.h"

#include <gtest/gtest.h>

#include <array>

namespace scanstraat::synth {
namespace {

cv::Point2d mapped(const std::array<double, 6>& map, PointMm place)
{
    return {map[0] * place.x + map[1] * place.y + map[2], map[3] * place.x + map[4] * place.y + map[5]};
}

/// Centre of the dark pixels near `around`, with the origin at a pixel's top left corner.
cv::Point2d darkCentre(const cv::Mat& grey, cv::Point2d around, double reach)
{
    const cv::Rect area = cv::Rect(cv::Point(around - cv::Point2d(reach, reach)),
                                   cv::Point(around + cv::Point2d(reach, reach))) &
                          cv::Rect({0, 0}, grey.size());
    cv::Mat darkness = 255 - grey(area);
    darkness.setTo(0, darkness < 100);
    const cv::Moments moments = cv::moments(darkness);
    return {area.x + moments.m10 / moments.m00 + 0.5, area.y + moments.m01 / moments.m00 + 0.5};
}

/// Largest distance in millimetres between where a corner mark is and where the truth puts it.
double worstMarkError(const PageSettings& page, std::uint64_t seed)
{
    const form::FormTemplate form = testForm();
    Random random(seed, 1);
    JobSettings job;
    job.printScale = 0.97;
    const Sheet sheet(print::renderPage(form, 0, kSheetPixelsPerMm), Pen{}, random);
    const ScannedPage scanned = scan(sheet, job, page, random);
    double worst = 0.0;
    for (const form::AdjustmentField& mark : form.pages[0].adjustmentFields) {
        const cv::Point2d expected = mapped(scanned.mmToPixel, mark.centre);
        const cv::Point2d found = darkCentre(scanned.pixels, expected, 60.0);
        worst = std::max(worst, cv::norm(found - expected) / (job.dpi / 25.4));
    }
    return worst;
}

TEST(ScanSimulator, CornerMarksLieWhereTheTruthMapPutsThem)
{
    PageSettings page;
    page.skewDegrees = 1.7;
    page.shiftXMm = 2.0;
    page.feedStretch = 1.003;
    page.bendMm = 0.0;

    EXPECT_LT(worstMarkError(page, 3), 0.02);
}

TEST(ScanSimulator, TruthMapIsCloseOnBentPaper)
{
    PageSettings page;
    page.bendMm = 0.1;

    EXPECT_LT(worstMarkError(page, 4), 0.1);
}

TEST(ScanSimulator, TruthMapFollowsQuarterTurns)
{
    for (const int turns : {1, 2, 3}) {
        PageSettings page;
        page.skewDegrees = -1.0;
        page.bendMm = 0.0;
        page.quarterTurns = turns;

        EXPECT_LT(worstMarkError(page, 5), 0.02) << turns << " quarter turns";
    }
}

TEST(ScanSimulator, BlackAndWhiteScanHasNoGreys)
{
    Random random(6, 1);
    JobSettings job;
    job.mode = ColourMode::bitonal;
    const Sheet sheet(print::renderPage(testForm(), 0, kSheetPixelsPerMm), Pen{}, random);

    const ScannedPage scanned = scan(sheet, job, PageSettings{}, random);

    EXPECT_EQ(cv::countNonZero((scanned.pixels > 0) & (scanned.pixels < 255)), 0);
    EXPECT_GT(cv::countNonZero(scanned.pixels == 0), 1000);
}

TEST(ScanSimulator, ColourScanShowsTheInk)
{
    Random random(7, 1);
    JobSettings job;
    job.mode = ColourMode::colour;
    Pen pen;
    pen.colour = cv::Vec3d(0.6, 0.2, 0.1);
    pen.widthMm = 3.0;
    Sheet sheet(cv::Mat(4752, 3360, CV_8U, cv::Scalar(255)), pen, random);
    Stroke stroke;
    stroke.points = {{90, 148.5}, {120, 148.5}};
    stroke.widthMm = 3.0;
    sheet.draw({stroke});
    PageSettings page;
    page.bendMm = 0.0;

    const ScannedPage scanned = scan(sheet, job, page, random);

    const auto pixel = scanned.pixels.at<cv::Vec3b>(scanned.pixels.rows / 2, scanned.pixels.cols / 2);
    EXPECT_GT(pixel[0], pixel[2] + 60);
}

} // namespace
} // namespace scanstraat::synth
