// SPDX-License-Identifier: EUPL-1.2
// The program that measures how block letters are read.
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

TEST(LetterTest, RenewsTheFiguresOfAPage)
{
    const TemporaryFolder folder;
    const auto set = goodScans().parent_path();
    ASSERT_EQ(scanstraat({"run", goodScans(), "--out", folder / "read"}).code, 0);
    writeBytes(folder / "page.md", "# Letters\n<!-- figures -->\nold\n");

    const Outcome outcome =
        runProgram({SCANSTRAAT_LETTERTEST_PROGRAM, "--set", set, "--records", folder / "read", "--out",
                    folder / "charts", "--page", folder / "page.md"});

    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const std::string page = readBytes(folder / "page.md");
    EXPECT_THAT(page, HasSubstr("](charts/reliability.png)"));
    EXPECT_THAT(page, ContainsRegex("combs, written \\| [1-9]"));
    EXPECT_THAT(page, ContainsRegex("ms a character"));
    EXPECT_THAT(page, Not(HasSubstr("old")));
    EXPECT_THAT(readBytes(folder / "charts/fields.csv"), HasSubstr(",date,"));
}

TEST(LetterTest, EverySetNeedsItsRecords)
{
    const TemporaryFolder folder;

    const Outcome outcome = runProgram(
        {SCANSTRAAT_LETTERTEST_PROGRAM, "--set", "a", "b", "--records", "a", "--out", folder / "charts"});

    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("as many --records as --set"));
    EXPECT_FALSE(std::filesystem::exists(folder / "charts"));
}

} // namespace
} // namespace scanstraat::test
