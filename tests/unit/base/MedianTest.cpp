// SPDX-License-Identifier: EUPL-1.2
#include "base/Median.h"

#include <gtest/gtest.h>

namespace scanstraat {
namespace {

TEST(Median, IsTheMiddleValueInAnyOrder)
{
    EXPECT_EQ(medianOf({3.0, 1.0, 2.0}), 2.0);
    EXPECT_EQ(medianOf({7.0}), 7.0);
}

TEST(Median, OfAnEvenNumberIsTheUpperMiddle)
{
    EXPECT_EQ(medianOf({4.0, 1.0, 3.0, 2.0}), 3.0);
}

TEST(Median, OfNoneIsWhatIsSaid)
{
    EXPECT_EQ(medianOf({}), 0.0);
    EXPECT_EQ(medianOf({}, 4.2), 4.2);
}

} // namespace
} // namespace scanstraat
