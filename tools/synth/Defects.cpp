// SPDX-License-Identifier: EUPL-1.2
#include "Defects.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace scanstraat::synth {

namespace {

cv::Point randomPlace(const cv::Mat& page, Random& random)
{
    return {random.integer(0, page.cols - 1), random.integer(0, page.rows - 1)};
}

void addSpeck(cv::Mat& darkness, double pixelsPerMm, Random& random)
{
    const cv::Point place = randomPlace(darkness, random);
    const cv::Scalar grey(random.integer(60, 255));
    if (random.chance(0.1)) { // a fibre
        const cv::Point end =
            place + cv::Point(cvRound(random.normal(0, pixelsPerMm)), cvRound(random.normal(0, pixelsPerMm)));
        cv::line(darkness, place, end, grey, 1, cv::LINE_AA);
        return;
    }
    const double radius = random.uniform(0.03, 0.14) * pixelsPerMm;
    cv::circle(darkness, place * 16, cvRound(radius * 16), grey, cv::FILLED, cv::LINE_AA, 4);
}

void addPunchHoles(cv::Mat& darkness, double pixelsPerMm)
{
    for (const double y : {108.5, 188.5}) {
        cv::circle(darkness, {cvRound(12 * pixelsPerMm), cvRound(y * pixelsPerMm)},
                   cvRound(2.9 * pixelsPerMm), cv::Scalar(200), cv::FILLED, cv::LINE_AA);
    }
}

void addStaple(cv::Mat& darkness, double pixelsPerMm, Random& random)
{
    const cv::Point from(cvRound(random.uniform(4, 9) * pixelsPerMm),
                         cvRound(random.uniform(4, 9) * pixelsPerMm));
    const cv::Point to = from + cv::Point(cvRound(7 * pixelsPerMm), -cvRound(4 * pixelsPerMm));
    cv::line(darkness, from, to, cv::Scalar(110), std::max(1, cvRound(0.4 * pixelsPerMm)), cv::LINE_AA);
    for (const cv::Point& hole : {from, to}) {
        cv::circle(darkness, hole, std::max(1, cvRound(0.5 * pixelsPerMm)), cv::Scalar(230), cv::FILLED,
                   cv::LINE_AA);
    }
}

/// A ring such as a coffee cup leaves: faint, uneven.
void addStain(cv::Mat& darkness, double pixelsPerMm, Random& random)
{
    cv::Mat stain(darkness.size(), CV_8U, cv::Scalar(0));
    const cv::Point place = randomPlace(darkness, random);
    cv::ellipse(stain, place, {cvRound(38 * pixelsPerMm), cvRound(36 * pixelsPerMm)}, 0,
                random.integer(0, 90), random.integer(220, 360), cv::Scalar(random.integer(30, 70)),
                std::max(1, cvRound(2.0 * pixelsPerMm)), cv::LINE_AA);
    cv::blur(stain, stain, cv::Size(5, 5));
    cv::add(darkness, stain, darkness);
}

} // namespace

void addDefects(cv::Mat& darkness, const PageSettings& page, double dpi, Random& random)
{
    const double pixelsPerMm = dpi / 25.4;
    for (int i = 0; i < page.specks; ++i) {
        addSpeck(darkness, pixelsPerMm, random);
    }
    if (page.streak) {
        const int x = random.integer(0, darkness.cols - 1);
        cv::line(darkness, {x, 0}, {x, darkness.rows - 1}, cv::Scalar(random.integer(40, 140)), 1);
    }
    if (page.punchHoles) {
        addPunchHoles(darkness, pixelsPerMm);
    }
    if (page.staple) {
        addStaple(darkness, pixelsPerMm, random);
    }
    if (page.stain) {
        addStain(darkness, pixelsPerMm, random);
    }
}

} // namespace scanstraat::synth
