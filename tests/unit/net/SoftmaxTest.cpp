// SPDX-License-Identifier: EUPL-1.2
#include "net/Softmax.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace scanstraat::net {
namespace {

TEST(Softmax, MakesProbabilities)
{
    std::vector<double> scores{0.0, std::log(3.0)};

    softmax(scores);

    EXPECT_NEAR(scores[0], 0.25, 1e-12);
    EXPECT_NEAR(scores[1], 0.75, 1e-12);
}

TEST(Softmax, IsLessSureAtAHigherTemperature)
{
    std::vector<double> scores{0.0, 2.0 * std::log(3.0)};

    softmax(scores, 2.0);

    EXPECT_NEAR(scores[1], 0.75, 1e-12);
}

TEST(Softmax, StandsLargeScores)
{
    std::vector<double> scores{-2000.0, 1000.0, 1000.0};

    softmax(scores);

    EXPECT_EQ(scores, (std::vector{0.0, 0.5, 0.5}));
}

TEST(Softmax, LeavesNothingAsNothing)
{
    std::vector<double> none;

    softmax(none);

    EXPECT_TRUE(none.empty());
}

} // namespace
} // namespace scanstraat::net
