// SPDX-License-Identifier: EUPL-1.2
#include "align/OffsetPlane.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace scanstraat::align {
namespace {

constexpr std::array<PointMm, 4> kCorners{{{10, 10}, {200, 10}, {200, 287}, {10, 287}}};

/// Offsets at places all over the sheet: of the plane, to 0.05 mm, and for a share of the places of
/// something else up to `reach` away.
std::vector<OffsetSeen> seenOf(const OffsetPlane& plane, double outliers, double reach)
{
    cv::RNG random(3);
    std::vector<OffsetSeen> seen;
    for (int i = 0; i < 80; ++i) {
        const PointMm place{random.uniform(20.0, 190.0), random.uniform(20.0, 277.0)};
        const bool wrong = random.uniform(0.0, 1.0) < outliers;
        const double offset = wrong ? random.uniform(-reach, reach) : plane.at(place) + random.gaussian(0.05);
        seen.push_back({place, {offset}});
    }
    return seen;
}

double worstError(const OffsetPlane& truth, const OffsetPlane& found)
{
    double worst = 0.0;
    for (const PointMm& corner : kCorners) {
        worst = std::max(worst, std::abs(truth.at(corner) - found.at(corner)));
    }
    return worst;
}

OffsetPrior widePrior()
{
    OffsetPrior prior;
    prior.wide = true;
    return prior;
}

TEST(OffsetPlane, GivesTheConstantAtTheMiddleOfTheSheetAndSlopesPer100Mm)
{
    const OffsetPlane plane{{0.5, 0.2, -0.1}};

    EXPECT_NEAR(plane.at({105, 148.5}), 0.5, 1e-12);
    EXPECT_NEAR(plane.at({205, 148.5}), 0.7, 1e-12);
    EXPECT_NEAR(plane.at({105, 248.5}), 0.4, 1e-12);
}

TEST(OffsetPlane, IsFoundNearThePriorAmongFortyPercentOutliers)
{
    const OffsetPlane truth{{0.3, 0.15, -0.1}};

    const OffsetFit fit = fitOffsets(seenOf(truth, 0.4, 1.5), {});

    EXPECT_LT(worstError(truth, fit.plane), 0.1);
    EXPECT_GT(fit.agreeing, 40);
    EXPECT_LT(std::sqrt(fit.squares / fit.agreeing), 0.15);
}

TEST(OffsetPlane, IsSearchedFarFromAWidePriorAmongFortyPercentOutliers)
{
    const OffsetPlane truth{{2.4, -0.8, 0.5}};

    const OffsetFit fit = fitOffsets(seenOf(truth, 0.4, 4.0), widePrior());

    EXPECT_LT(worstError(truth, fit.plane), 0.1);
    EXPECT_GT(fit.agreeing, 40);
}

TEST(OffsetPlane, IsFoundWhereTheTruthIsNotTheFirstOfSeveralOffsets)
{
    const OffsetPlane truth{{-1.9, 0.6, 0.4}};
    std::vector<OffsetSeen> seen = seenOf(truth, 0.0, 0.0);
    cv::RNG random(8);
    for (OffsetSeen& one : seen) {
        one.offsets.insert(one.offsets.begin(), random.uniform(-3.0, 3.0));
    }

    const OffsetFit fit = fitOffsets(seen, widePrior());

    EXPECT_LT(worstError(truth, fit.plane), 0.1);
    EXPECT_EQ(fit.agreeing, 80);
}

TEST(OffsetPlane, IsTheSameEachTime)
{
    const auto seen = seenOf({{1.5, 0.2, 0.2}}, 0.6, 4.0);

    EXPECT_EQ(fitOffsets(seen, widePrior()).plane.value, fitOffsets(seen, widePrior()).plane.value);
}

TEST(OffsetPlane, AnchorsHoldIt)
{
    const std::vector<OffsetSeen> seen{{{105, 150}, {0.25}}, {{110, 160}, {0.25}}};
    OffsetPrior anchored;
    anchored.anchors = {kCorners.begin(), kCorners.end()};
    anchored.anchorMm = 0.02;

    const OffsetFit held = fitOffsets(seen, anchored);
    const OffsetFit loose = fitOffsets(seen, {});

    EXPECT_LT(std::abs(held.plane.at({105, 150})), 0.05);
    EXPECT_NEAR(loose.plane.at({105, 150}), 0.25, 0.02);
}

TEST(OffsetPlane, DeviationGrowsAwayFromThePlacesSeen)
{
    std::vector<OffsetSeen> seen;
    for (int i = 0; i < 20; ++i) {
        seen.push_back({{30.0 + 2 * i, 40.0 + 3 * (i % 7)}, {0.1}});
    }

    const OffsetFit fit = fitOffsets(seen, {});

    EXPECT_LT(fit.deviation({50, 50}), 0.05);
    EXPECT_GT(fit.deviation({50, 150}), 2 * fit.deviation({50, 50}));
    EXPECT_GT(fit.deviation({200, 287}), 2 * fit.deviation({50, 150}));
}

TEST(OffsetPlane, DeviationIsSmallAtAnchors)
{
    OffsetPrior prior;
    prior.anchors = {kCorners[0], kCorners[1]};

    const OffsetFit fit = fitOffsets({}, prior);

    EXPECT_NEAR(fit.deviation(kCorners[0]), 0.1, 0.02);
    EXPECT_GT(fit.deviation(kCorners[2]), 1.0);
}

TEST(OffsetPlane, StaysAtThePriorWhereNothingWasSeen)
{
    for (const bool wide : {false, true}) {
        OffsetPrior prior;
        prior.wide = wide;

        const OffsetFit unseen = fitOffsets({}, prior);
        const OffsetFit empty = fitOffsets(std::vector<OffsetSeen>(30, {{50, 50}, {}}), prior);

        EXPECT_EQ(unseen.plane.value, cv::Vec3d());
        EXPECT_EQ(empty.plane.value, cv::Vec3d());
        EXPECT_EQ(unseen.agreeing + empty.agreeing, 0);
        EXPECT_NEAR(unseen.deviation({105, 148.5}), prior.constantMm, 1e-9);
        EXPECT_NEAR(unseen.deviation({205, 148.5}), std::hypot(prior.constantMm, prior.slopeMm), 1e-9);
    }
}

} // namespace
} // namespace scanstraat::align
