// SPDX-License-Identifier: EUPL-1.2
#include "align/PointFit.h"

#include <gtest/gtest.h>

namespace scanstraat::align {
namespace {

TEST(PointFit, ASimilarityGoesThroughBothPoints)
{
    const PlacedPoint a{{10, 10}, {140.5, 90.25}};
    const PlacedPoint b{{200, 287}, {2100.0, 3400.0}};

    const Similarity map = through(a, b);

    EXPECT_NEAR(cv::norm(map(a.mm) - a.pixel), 0.0, 1e-9);
    EXPECT_NEAR(cv::norm(map(b.mm) - b.pixel), 0.0, 1e-9);
    EXPECT_NEAR(map.scale(), std::hypot(1959.5, 3309.75) / std::hypot(190.0, 277.0), 1e-9);
}

TEST(PointFit, ASimilarityKeepsRightAngles)
{
    const Similarity map = through({{0, 0}, {100, 50}}, {{100, 0}, {100, 250}});

    EXPECT_NEAR(cv::norm(map({0, 50}) - cv::Point2d(0, 50)), 0.0, 1e-9); // turned a quarter, twice as large
}

const cv::Matx23d kMap(11.7, -0.4, 60, 0.5, 11.9, -20);

cv::Point2d mapped(PointMm p)
{
    const cv::Vec2d at = kMap * cv::Vec3d(p.x, p.y, 1.0);
    return {at[0], at[1]};
}

TEST(PointFit, ThreePointsFixAnAffineMap)
{
    std::vector<PlacedPoint> places;
    for (const PointMm p : {PointMm{10, 10}, {200, 10}, {10, 287}}) {
        places.push_back({p, mapped(p)});
    }

    EXPECT_LT(cv::norm(fitAffine(places) - kMap), 1e-6);
}

TEST(PointFit, MorePointsShareTheirErrors)
{
    std::vector<PlacedPoint> places;
    for (const PointMm p : {PointMm{10, 10}, {200, 10}, {10, 287}, {200, 287}}) {
        places.push_back({p, mapped(p)});
    }
    places[3].pixel.x += 4.0;

    const cv::Matx23d fitted = fitAffine(places);

    double largest = 0.0;
    for (const PlacedPoint& place : places) {
        const cv::Vec2d at = fitted * cv::Vec3d(place.mm.x, place.mm.y, 1.0);
        largest = std::max(largest, std::abs(at[0] - place.pixel.x));
        EXPECT_NEAR(at[1], place.pixel.y, 1e-6);
    }
    EXPECT_NEAR(largest, 1.0, 1e-6); // four corners of a rectangle: a quarter each
}

} // namespace
} // namespace scanstraat::align
