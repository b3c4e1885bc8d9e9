// SPDX-License-Identifier: EUPL-1.2
// Separator sheets, from the printer to the records.
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Separator : public testing::Test
{
protected:
    TemporaryFolder folder;
    fs::path output = folder / "output";
    fs::path stack = folder / "scans";

    /// Page pictures in one row: two of an application, a separator sheet as it is printed, and one of the
    /// next application, which has no cover.
    void makeStack() const
    {
        for (const char* number : {"1", "2"}) {
            const Outcome made = runProgram({SCANSTRAAT_SYNTH_PROGRAM, "--out", folder / "set", "--form",
                                             "6009", "--pages", "3", "--count", "1", "--first", number,
                                             "--seed", number, "--difficulty", "easy", "--format", "jpeg"});
            ASSERT_EQ(made.code, 0) << made.err;
        }
        fs::create_directory(stack);
        fs::copy_file(folder / "set/scans/app-0001-p01.jpg", stack / "stapel-1.jpg");
        fs::copy_file(folder / "set/scans/app-0001-p02.jpg", stack / "stapel-2.jpg");
        const Outcome printed = scanstraat({"separator", "print", "--out", stack / "stapel-3.pdf"});
        ASSERT_EQ(printed.code, 0) << printed.err;
        fs::copy_file(folder / "set/scans/app-0002-p03.jpg", stack / "stapel-4.jpg");
    }

    nlohmann::json run(std::vector<std::string> options = {}) const
    {
        options.insert(options.begin(), {"run", stack, "--out", output});
        const Outcome outcome = scanstraat(options);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return readJson(output / "run.json");
    }
};

TEST_F(Separator, BetweenPagePicturesOfTwoApplicationsGivesTwoRecords)
{
    makeStack();

    const nlohmann::json summary = run();

    ASSERT_EQ(summary.at("records").size(), 2U);
    EXPECT_EQ(summary.at("records")[0].at("pages"), 2);
    EXPECT_EQ(summary.at("records")[1].at("pages"), 1);
    EXPECT_EQ(summary.at("pagesIn"), 4);
    EXPECT_EQ(summary.at("pages").at("separator"), 1);
    ASSERT_EQ(summary.at("separators").size(), 1U);
    EXPECT_EQ(summary.at("separators")[0].at("file"), "stapel-3.pdf");
    EXPECT_EQ(pagesInRecords(output), 3U);
    EXPECT_THAT(readBytes(output / "report.html"), HasSubstr("Scheidingsbladen"));
}

TEST_F(Separator, IsAnAttachmentWhereNothingSeparates)
{
    makeStack();

    const nlohmann::json summary = run({"--separator", "none"});

    ASSERT_EQ(summary.at("records").size(), 1U);
    EXPECT_EQ(summary.at("pages").at("attachment"), 1);
    EXPECT_TRUE(summary.at("separators").empty());
}

TEST_F(Separator, AWrongCodeIsWrongUse)
{
    for (const char* code : {"patch:9", "code39:nieuw", "T", "code39:7112"}) {
        const Outcome outcome = scanstraat({"run", goodScans(), "--out", output, "--separator", code});

        EXPECT_EQ(outcome.code, 2) << code;
        EXPECT_THAT(outcome.err, HasSubstr(code));
        EXPECT_FALSE(fs::exists(output / "run.json"));
    }
}

TEST_F(Separator, PrintNeedsAFileAndOneOfEachKindAtMost)
{
    EXPECT_EQ(scanstraat({"separator", "print"}).code, 2);
    EXPECT_EQ(scanstraat({"separator"}).code, 2);
    EXPECT_EQ(scanstraat({"separator", "draw", "--out", folder / "x.pdf"}).code, 2);
    EXPECT_EQ(scanstraat({"separator", "print", "--out", folder / "x.pdf", "--kind", "none"}).code, 2);
    EXPECT_EQ(scanstraat(
                  {"separator", "print", "--out", folder / "x.pdf", "--kind", "patch:1", "--kind", "patch:2"})
                  .code,
              2);
    EXPECT_FALSE(fs::exists(folder / "x.pdf"));
}

} // namespace
} // namespace scanstraat::test
