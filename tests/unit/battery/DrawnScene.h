// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Distortion.h"
#include "ScanCamera.h"
#include "support/PrintedPage.h"

#include <opencv2/imgproc.hpp>

#include <array>

namespace scanstraat::battery {

/// The deck of the repository's templates.
inline PageDeck& deck()
{
    static PageDeck one(test::forms(), SCANSTRAAT_SYNTH_DATA);
    return one;
}

constexpr std::array kMarkPlaces{PointMm{10, 10}, PointMm{200, 10}, PointMm{200, 287}, PointMm{10, 287}};

/// An empty sheet with marks of 5 mm, 10 mm from its sides, in the order of kMarkPlaces.
inline Paper markedPaper()
{
    const double scale = synth::kSheetPixelsPerMm;
    cv::Mat colour(cvRound(297 * scale), cvRound(210 * scale), CV_8UC3, cv::Scalar::all(255));
    std::vector<RectMm> marks;
    for (const PointMm& place : kMarkPlaces) {
        marks.push_back(RectMm{place.x, place.y, 0, 0}.grown(2.5));
        const RectMm& box = marks.back();
        colour(cv::Rect(drawingPixel({box.x, box.y}), drawingPixel({box.right(), box.bottom()})))
            .setTo(cv::Scalar::all(15));
    }
    return {colour, marks};
}

/// That sheet, straight and flat in a window of A4.
inline Scene markedScene()
{
    Scene scene;
    scene.sheets.push_back({markedPaper()});
    return scene;
}

inline Scene distortedScene(const std::string& name, double strength, std::uint64_t seed)
{
    synth::Random random(seed, 1);
    Scene scene = markedScene();
    distort(scene, allDistortions()[distortionNamed(name)], {strength, random, deck()});
    return scene;
}

inline Scan scanOf(const Scene& scene)
{
    synth::Random random(5, 5);
    return takeScan(scene, random);
}

/// Centre of the dark pixels within `reach` pixels of `around`; origin at the top left corner of a pixel.
inline cv::Point2d darkCentre(const cv::Mat& picture, cv::Point2d around, cv::Size2d reach)
{
    cv::Mat grey = picture;
    if (picture.channels() == 3) {
        cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    }
    const cv::Point2d half(reach.width, reach.height);
    const cv::Rect area =
        cv::Rect(cv::Point(around - half), cv::Point(around + half)) & cv::Rect({0, 0}, grey.size());
    cv::Mat darkness = 255 - grey(area);
    darkness.setTo(0, darkness < 110);
    const cv::Moments moments = cv::moments(darkness);
    return {area.x + moments.m10 / moments.m00 + 0.5, area.y + moments.m01 / moments.m00 + 0.5};
}

} // namespace scanstraat::battery
