// SPDX-License-Identifier: EUPL-1.2
#include "scan/Program.h"

#include <gtest/gtest.h>

namespace scanstraat::scan {
namespace {

using std::chrono::milliseconds;

ProgramProblem problemOf(const std::vector<std::string>& command, const ProgramLimits& limits = {100})
{
    const auto output = runProgram(command, limits);
    EXPECT_FALSE(output) << command[0];
    return output ? ProgramProblem{-1} : output.error();
}

TEST(Program, GivesStandardOutput)
{
    const auto output = runProgram({"printf", "a b"}, {100});

    ASSERT_TRUE(output);
    EXPECT_EQ(std::string(output->begin(), output->end()), "a b");
}

TEST(Program, TellsAFailureFromAProgramThatIsNotThere)
{
    EXPECT_EQ(problemOf({"false"}), ProgramProblem::failed);
    EXPECT_EQ(problemOf({"sh", "-c", "kill -9 $$"}), ProgramProblem::failed);
    EXPECT_EQ(problemOf({"scanstraat-no-such-program"}), ProgramProblem::cannotStart);
}

TEST(Program, EndlessOutputIsStopped)
{
    EXPECT_EQ(problemOf({"yes"}, {100000}), ProgramProblem::tooMuchOutput);
}

TEST(Program, AProgramThatHangsIsStopped)
{
    const auto start = std::chrono::steady_clock::now();

    EXPECT_EQ(problemOf({"sleep", "60"}, {100, milliseconds(100)}), ProgramProblem::tooSlow);

    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Program, AProgramThatHangsWithItsOutputClosedIsStopped)
{
    EXPECT_EQ(problemOf({"sh", "-c", "exec sleep 60 >&-"}, {100, milliseconds(300)}),
              ProgramProblem::tooSlow);
}

TEST(Program, ASlowProgramWithinItsTimeIsTaken)
{
    EXPECT_TRUE(runProgram({"sh", "-c", "printf a; sleep 0.2; printf b"}, {100, milliseconds(20000)}));
}

} // namespace
} // namespace scanstraat::scan
