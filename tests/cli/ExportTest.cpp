// SPDX-License-Identifier: EUPL-1.2
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(ExportCommand, WritesTheRecordsOfARun)
{
    const TemporaryFolder folder;
    const std::string output = folder / "uit";
    ASSERT_EQ(scanstraat({"run", goodScan(), "--out", output, "--no-report"}).code, 0);

    const Outcome lines = scanstraat({"export", output});
    ASSERT_EQ(lines.code, 0) << lines.err;
    EXPECT_EQ(nlohmann::json::parse(lines.out), readJson(output + "/records/app-0001.json"));

    const Outcome tables = scanstraat({"export", output, "--format", "csv", "--out", folder / "tabellen"});
    ASSERT_EQ(tables.code, 0) << tables.err;
    EXPECT_THAT(readBytes(folder / "tabellen/6009.csv"), StartsWith("id,6009.1.1,6009.1.1:state,"));
    EXPECT_THAT(readBytes(folder / "tabellen/6009.csv"), HasSubstr("\r\napp-0001,"));
}

TEST(ExportCommand, RefusesWhatItDoesNotKnow)
{
    const TemporaryFolder folder;

    EXPECT_EQ(scanstraat({"export"}).code, 2);
    EXPECT_EQ(scanstraat({"export", folder / "", "--format", "xls"}).code, 2);
    EXPECT_EQ(scanstraat({"export", folder / ""}).code, 4);
}

} // namespace
} // namespace scanstraat::test
