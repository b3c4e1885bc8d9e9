// SPDX-License-Identifier: EUPL-1.2
#include "base/Result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace scanstraat {

TEST(Result, HoldsAValue)
{
    const Result<int, std::string> result = 7;

    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 7);
    EXPECT_THROW((void)result.error(), std::bad_variant_access);
}

TEST(Result, HoldsAnError)
{
    const Result<int, std::string> result = Failure{std::string("cornerMissing")};

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(), "cornerMissing");
    EXPECT_THROW((void)result.value(), std::bad_variant_access);
}

TEST(Result, TellsValueFromErrorOfTheSameType)
{
    const Result<std::string, std::string> value = std::string("a");
    const Result<std::string, std::string> error = Failure{std::string("a")};

    EXPECT_TRUE(value);
    EXPECT_FALSE(error);
}

TEST(Result, MovesAValueThatCannotBeCopied)
{
    Result<std::unique_ptr<int>, std::string> result = std::make_unique<int>(3);

    const std::unique_ptr<int> taken = *std::move(result);

    EXPECT_EQ(*taken, 3);
}

} // namespace scanstraat
