// SPDX-License-Identifier: EUPL-1.2
#include "scan/Program.h"

#include <gtest/gtest.h>

namespace scanstraat::scan {

TEST(Program, GivesStandardOutput)
{
    const auto output = runProgram({"printf", "a b"}, 100);

    ASSERT_TRUE(output);
    EXPECT_EQ(std::string(output->begin(), output->end()), "a b");
}

TEST(Program, AFailureGivesNothing)
{
    EXPECT_FALSE(runProgram({"false"}, 100));
    EXPECT_FALSE(runProgram({"scanstraat-no-such-program"}, 100));
}

TEST(Program, EndlessOutputIsStopped)
{
    EXPECT_FALSE(runProgram({"yes"}, 100000));
}

} // namespace scanstraat::scan
