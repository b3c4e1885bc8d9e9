// SPDX-License-Identifier: EUPL-1.2
#include "marktest/Figures.h"

#include <gtest/gtest.h>

namespace scanstraat::marktest {
namespace {

using reading::MarkState;

BoxCase readAs(const std::string& kind, MarkState state)
{
    BoxCase box;
    box.kind = kindNamed(kind);
    box.state = state;
    box.probabilities[static_cast<std::size_t>(state)] = 0.9;
    return box;
}

TEST(Figures, PerfectBeliefsHaveNoCalibrationError)
{
    const std::vector<Belief> beliefs{{1.0, true}, {1.0, true}, {0.5, true}, {0.5, false}};

    EXPECT_NEAR(calibrationError(equalWidthBins(beliefs, 10)), 0.0, 1e-12);
}

TEST(Figures, CalibrationErrorIsTheMeanDistanceByCount)
{
    // Three at 0.9 of which one is right, one at 0.3 that is right.
    const std::vector<Belief> beliefs{{0.9, true}, {0.9, false}, {0.9, false}, {0.3, true}};

    const double expected = (3 * (0.9 - 1.0 / 3.0) + 1 * 0.7) / 4;
    EXPECT_NEAR(calibrationError(equalWidthBins(beliefs, 10)), expected, 1e-12);
}

TEST(Figures, BinsOfEqualCountAreFilledByRisingProbability)
{
    const auto bins = equalCountBins({{0.9, true}, {0.2, false}, {0.8, true}, {0.4, false}}, 2);

    ASSERT_EQ(bins.size(), 2U);
    EXPECT_EQ(bins[0].count, 2U);
    EXPECT_NEAR(bins[0].probability, 0.3, 1e-12);
    EXPECT_NEAR(bins[1].right, 1.0, 1e-12);
}

TEST(Figures, FewBeliefsGiveFewBins)
{
    EXPECT_EQ(equalCountBins({{0.9, true}}, 15).size(), 1U);
    EXPECT_TRUE(equalCountBins({}, 15).empty());
    EXPECT_EQ(calibrationError({}), 0.0);
}

TEST(Figures, CurveGivesTheLeastSureAway)
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

TEST(Figures, NoReviewIsEnoughWhereTheSurestIsWrong)
{
    EXPECT_EQ(reviewFor(errorAgainstReview({{0.9, false}}), 0.1), 1.0);
}

TEST(Figures, TallyTellsWrongFromReview)
{
    Tally tally;
    tally.add(readAs("neat cross", MarkState::crossed));
    tally.add(readAs("neat cross", MarkState::empty));
    tally.add(readAs("neat cross", MarkState::unclear));
    tally.add(readAs("half filled", MarkState::unclear));

    EXPECT_EQ(tally.count, 4U);
    EXPECT_EQ(tally.right, 2U);
    EXPECT_EQ(tally.wrong, 1U);
    EXPECT_EQ(tally.review, 2U);
    EXPECT_EQ(tally.missed, 1U);
}

TEST(Figures, RefusedPagesHaveNoBeliefs)
{
    BoxCase box = readAs("neat cross", MarkState::crossed);
    box.pageRead = false;

    EXPECT_TRUE(beliefsOf(std::vector{box}).empty());
    EXPECT_TRUE(box.isReviewed());
    EXPECT_FALSE(box.isRight());
}

} // namespace
} // namespace scanstraat::marktest
