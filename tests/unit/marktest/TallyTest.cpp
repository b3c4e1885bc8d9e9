// SPDX-License-Identifier: EUPL-1.2
#include "marktest/Tally.h"

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

TEST(Tally, TellsWrongFromReview)
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

TEST(Tally, RefusedPagesHaveNoBeliefs)
{
    BoxCase box = readAs("neat cross", MarkState::crossed);
    box.pageRead = false;

    EXPECT_TRUE(beliefsOf(std::vector{box}).empty());
    EXPECT_TRUE(box.isReviewed());
    EXPECT_FALSE(box.isRight());
}

} // namespace
} // namespace scanstraat::marktest
