// SPDX-License-Identifier: EUPL-1.2
#include "charts/Beliefs.h"

#include <gtest/gtest.h>

namespace scanstraat::charts {
namespace {

TEST(Beliefs, PerfectBeliefsHaveNoCalibrationError)
{
    const std::vector<Belief> beliefs{{1.0, true}, {1.0, true}, {0.5, true}, {0.5, false}};

    EXPECT_NEAR(calibrationError(equalWidthBins(beliefs, 10)), 0.0, 1e-12);
}

TEST(Beliefs, CalibrationErrorIsTheMeanDistanceByCount)
{
    // Three at 0.9 of which one is right, one at 0.3 that is right.
    const std::vector<Belief> beliefs{{0.9, true}, {0.9, false}, {0.9, false}, {0.3, true}};

    const double expected = (3 * (0.9 - 1.0 / 3.0) + 1 * 0.7) / 4;
    EXPECT_NEAR(calibrationError(equalWidthBins(beliefs, 10)), expected, 1e-12);
}

TEST(Beliefs, BinsOfEqualCountAreFilledByRisingProbability)
{
    const auto bins = equalCountBins({{0.9, true}, {0.2, false}, {0.8, true}, {0.4, false}}, 2);

    ASSERT_EQ(bins.size(), 2U);
    EXPECT_EQ(bins[0].count, 2U);
    EXPECT_NEAR(bins[0].probability, 0.3, 1e-12);
    EXPECT_NEAR(bins[1].right, 1.0, 1e-12);
}

TEST(Beliefs, FewBeliefsGiveFewBins)
{
    EXPECT_EQ(equalCountBins({{0.9, true}}, 15).size(), 1U);
    EXPECT_TRUE(equalCountBins({}, 15).empty());
    EXPECT_EQ(calibrationError({}), 0.0);
}

TEST(Beliefs, CurveGivesTheLeastSureAway)
{
    const auto curve =
        errorAgainstReview({{0.9, true}, {0.6, false}, {0.99, true}, {0.8, true}, {0.97, false, true}});

    ASSERT_EQ(curve.size(), 4U);
    EXPECT_NEAR(curve[0].review, 0.2, 1e-12); // the one that people see anyway
    EXPECT_NEAR(curve[0].error, 0.25, 1e-12);
    EXPECT_NEAR(curve[1].review, 0.4, 1e-12);
    EXPECT_NEAR(curve[1].error, 0.0, 1e-12);
    EXPECT_NEAR(reviewFor(curve, 0.01), 0.4, 1e-12);
    EXPECT_NEAR(reviewFor(curve, 0.5), 0.2, 1e-12);
}

TEST(Beliefs, NoReviewIsEnoughWhereTheSurestIsWrong)
{
    EXPECT_EQ(reviewFor(errorAgainstReview({{0.9, false}}), 0.1), 1.0);
}

} // namespace
} // namespace scanstraat::charts
