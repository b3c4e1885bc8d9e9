// SPDX-License-Identifier: EUPL-1.2
// What printers and copiers do: both put the page on another sheet, moved and scaled.
#include "Distortion.h"
#include "Sheet.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace scanstraat::battery {

namespace {

constexpr PointMm kMiddle{kA4WidthMm / 2, kA4HeightMm / 2};

void printScale(Scene& scene, const Dial& dial)
{
    const double scale = dial.random.chance(0.5) ? 1.0 - 0.08 * dial.strength : 1.0 + 0.05 * dial.strength;
    scene.page().paper.reprint(turnAbout(kMiddle, 0.0, scale, {0, 0}), 255);
}

/// Steeper tones: paper becomes white, print black, faint things go.
void harden(cv::Mat& colour)
{
    cv::cvtColor(colour, colour, cv::COLOR_BGR2GRAY);
    cv::GaussianBlur(colour, colour, {}, 0.05 * synth::kSheetPixelsPerMm);
    cv::Mat table(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i) {
        const double steep = 1.0 / (1.0 + std::exp(-(i - 150.0) / 22.0));
        table.at<uchar>(i) = cv::saturate_cast<uchar>(18.0 + 237.0 * steep);
    }
    cv::LUT(colour, table, colour);
    cv::cvtColor(colour, colour, cv::COLOR_GRAY2BGR);
}

/// Specks of toner and, at times, a scratch of the drum along the sheet.
void dirty(cv::Mat& colour, synth::Random& random)
{
    for (int i = random.integer(60, 220); i > 0; --i) {
        const cv::Point place(random.integer(0, colour.cols - 1), random.integer(0, colour.rows - 1));
        const double radius = random.uniform(0.03, random.chance(0.1) ? 0.45 : 0.16);
        cv::circle(colour, place, std::max(1, cvRound(radius * synth::kSheetPixelsPerMm)),
                   cv::Scalar::all(random.integer(20, 120)), cv::FILLED, cv::LINE_AA);
    }
    if (random.chance(0.5)) {
        const int x = random.integer(0, colour.cols - 1);
        cv::line(colour, {x, 0}, {x + random.integer(-8, 8), colour.rows - 1},
                 cv::Scalar::all(random.integer(120, 200)), random.integer(1, 4), cv::LINE_AA);
    }
}

/// The dark strip that an open lid or a sheet off its place leaves along one side.
void darkenSide(cv::Mat& colour, synth::Random& random)
{
    const int width = cvRound(random.uniform(0.5, 4.0) * synth::kSheetPixelsPerMm);
    const bool right = random.chance(0.5);
    colour.colRange(right ? colour.cols - width : 0, right ? colour.cols : width)
        .setTo(cv::Scalar::all(random.integer(20, 70)));
}

void photocopy(Scene& scene, const Dial& dial)
{
    synth::Random& random = dial.random;
    const int generations = std::max(1, cvRound(2.0 * dial.strength));
    for (int i = 0; i < generations; ++i) {
        const double scale = 1.0 + random.uniform(-0.012, 0.012);
        const PointMm shift{random.uniform(-2.0, 2.0), random.uniform(-2.0, 2.0)};
        const uchar lid = random.chance(0.5) ? 20 : 255;
        Paper& paper = scene.page().paper;
        paper.reprint(turnAbout(kMiddle, random.uniform(-0.6, 0.6), scale, shift), lid);
        paper.retone(harden);
        paper.retone([&](cv::Mat& colour) { dirty(colour, random); });
        if (random.chance(0.4)) {
            paper.retone([&](cv::Mat& colour) { darkenSide(colour, random); });
        }
    }
}

} // namespace

std::vector<Distortion> copyDistortions()
{
    return {
        {"print-scale", Stage::print, "printed at 1 - 0.08 s or 1 + 0.05 s of its size", printScale},
        {"photocopy", Stage::copy,
         "2 s generations of copies, at least one, each by up to 1.2 % larger or smaller, shifted by up to 2 "
         "mm, "
         "with hard tones, specks and scratches",
         photocopy},
    };
}

} // namespace scanstraat::battery
