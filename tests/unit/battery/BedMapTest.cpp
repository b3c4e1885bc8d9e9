// SPDX-License-Identifier: EUPL-1.2
#include "BedMap.h"

#include "Paper.h"

#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

TEST(BedMap, LeadsThereAndBackOnBentPaper)
{
    synth::Random random(1, 1);
    const BedMap map(turnAbout({105, 148.5}, 7.0, 1.0, {40, 20}), {11.8, 3.9}, randomBend(0.4, random));

    const cv::Point2d pixel = map.toPixel({31.0, 222.0});
    const PointMm place = map.toSheet(pixel);

    EXPECT_NEAR(place.x, 31.0, 1e-6);
    EXPECT_NEAR(place.y, 222.0, 1e-6);
}

TEST(BedMap, FlatPaperGoesByTheAffineMap)
{
    const BedMap map(turnAbout({0, 0}, 90.0, 1.0, {297, 0}), {10.0, 20.0}, {});

    const cv::Point2d pixel = map.toPixel({10.0, 5.0});

    EXPECT_NEAR(pixel.x, (297.0 - 5.0) * 10.0, 1e-9);
    EXPECT_NEAR(pixel.y, 10.0 * 20.0, 1e-9);
}

TEST(BedMap, BendStaysWithinItsLimit)
{
    synth::Random random(2, 1);
    const Bend bend = randomBend(0.2, random);

    for (double y = 0.0; y < 297.0; y += 9.0) {
        const PointMm off = bend.at({0.7 * y, y});
        EXPECT_LE(std::abs(off.x), 0.2);
        EXPECT_LE(std::abs(off.y), 0.2);
    }
}

} // namespace
} // namespace scanstraat::battery
