// SPDX-License-Identifier: EUPL-1.2
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::test {
namespace {

using testing::HasSubstr;

TEST(ShowCommand, PrintsARecordOfARun)
{
    const TemporaryFolder folder;
    const std::string output = folder / "uit";
    ASSERT_EQ(scanstraat({"run", goodScan(), "--out", output, "--no-report"}).code, 0);

    const Outcome outcome = scanstraat({"show", "app-0001", "--records", output});

    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("Aanvraag app-0001\n  6009, Aanvraag verblijfsvergunning"));
    EXPECT_THAT(outcome.out, HasSubstr("\nGelezen\n"));
    EXPECT_EQ(scanstraat({"show", output + "/records/app-0001.json"}).out, outcome.out);
}

TEST(ShowCommand, SaysWhichRecordsThereAre)
{
    const TemporaryFolder folder;
    writeBytes(folder / "a-1.json", "{}");

    const Outcome outcome = scanstraat({"show", "b", "--records", folder / ""});

    EXPECT_EQ(outcome.code, 4);
    EXPECT_THAT(outcome.err, HasSubstr("holds no record \"b\"; it holds a-1"));
}

TEST(ShowCommand, NeedsAnIdAndAFolder)
{
    EXPECT_EQ(scanstraat({"show"}).code, 2);
    EXPECT_EQ(scanstraat({"show", "app-0001"}).code, 2);
    EXPECT_EQ(scanstraat({"show", "a", "b", "--records", "."}).code, 2);
}

TEST(ShowCommand, ABrokenRecordIsNamed)
{
    const TemporaryFolder folder;
    writeBytes(folder / "a.json", "{}");

    const Outcome outcome = scanstraat({"show", "a", "--records", folder / ""});

    EXPECT_NE(outcome.code, 0);
    EXPECT_THAT(outcome.err, HasSubstr("a.json"));
}

} // namespace
} // namespace scanstraat::test
