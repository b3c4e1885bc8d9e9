// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Requirements.h"

#include "base/Error.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace scanstraat::evaluate {
namespace {

Report halfRight()
{
    Report report;
    report.kinds["date"].filled = {10, 5, 4, 1, 5};
    return report;
}

TEST(Requirements, AreMetAtTheLimit)
{
    EXPECT_TRUE(unmet(halfRight(), parseRequirements("fields-right=0.5, fields-accepted-wrong=0.1")).empty());
}

TEST(Requirements, NameEachFigureThatFails)
{
    const auto failures =
        unmet(halfRight(), parseRequirements("fields-right=0.6,fields-accepted-wrong=0.05"));

    ASSERT_EQ(failures.size(), 2U);
    EXPECT_EQ(failures[0], "fields-right is 0.5, wanted at least 0.6");
    EXPECT_EQ(failures[1], "fields-accepted-wrong is 0.1, wanted at most 0.05");
}

TEST(Requirements, ComeFromAFileWithComments)
{
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "limits.txt";
    std::ofstream(file) << "# limits\nfields-right = 0.5 # half\n\nboxes-accepted-wrong=0\n";

    const auto requirements = parseRequirements(file.string());

    ASSERT_EQ(requirements.size(), 2U);
    EXPECT_EQ(requirements[0].figure, "fields-right");
    EXPECT_DOUBLE_EQ(requirements[0].limit, 0.5);
    EXPECT_EQ(requirements[1].figure, "boxes-accepted-wrong");
}

TEST(Requirements, RefuseNonsense)
{
    EXPECT_THROW(static_cast<void>(parseRequirements("fields-right")), Error);
    EXPECT_THROW(static_cast<void>(parseRequirements("fields-right=much")), Error);
    EXPECT_THROW(static_cast<void>(parseRequirements("")), Error);
    EXPECT_THROW(static_cast<void>(unmet(halfRight(), {{"no-such-figure", 1}})), Error);
}

TEST(Requirements, RefuseNumbersThatAreNotFinite)
{
    for (const char* text : {"fields-right=nan", "fields-right=-inf", "fields-accepted-wrong=inf"}) {
        try {
            static_cast<void>(parseRequirements(text));
            ADD_FAILURE() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::usage) << text;
        }
    }
}

} // namespace
} // namespace scanstraat::evaluate
