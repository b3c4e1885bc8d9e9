// SPDX-License-Identifier: EUPL-1.2
// One bad file: the run goes on, says which file and why, and loses nothing else.
#include "BadFiles.h"
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

namespace scanstraat::test {
namespace {

namespace fs = std::filesystem;

class BadFileInARun : public testing::TestWithParam<BadFile>
{
protected:
    TemporaryFolder folder;
    fs::path scans = folder / "scans";
    fs::path output = folder / "output";

    void SetUp() override
    {
        fs::create_directory(scans);
        GetParam().make(scans / GetParam().name);
    }

    /// The line on stderr that names the file also tells the cause.
    static void expectCauseNamed(const std::string& err)
    {
        const std::regex line("(^|\n)scanstraat: [^\n]*" + GetParam().name + "[^\n]*(" + GetParam().cause +
                              ")");
        EXPECT_TRUE(std::regex_search(err, line)) << err;
        EXPECT_EQ(err.find("internal error"), std::string::npos) << err;
    }

    /// As a file of which nothing could be read, or as a file with a failed page.
    [[nodiscard]] bool isListed(const nlohmann::json& run) const
    {
        for (const auto& failure : run.at("failedFiles")) {
            if (failure.at("file") == GetParam().name && !failure.at("message").get<std::string>().empty()) {
                return true;
            }
        }
        return run.at("pages").contains("failed");
    }
};

TEST_P(BadFileInARun, AloneIsNamedWithItsCauseAndExitCode3)
{
    const Outcome outcome = scanstraat({"run", scans / GetParam().name, "--out", output});

    EXPECT_EQ(outcome.code, 3) << outcome.err;
    expectCauseNamed(outcome.err);
    EXPECT_TRUE(isListed(readJson(output / "run.json")));
    expectNothingHalfWritten(output);
}

TEST_P(BadFileInARun, BesideAGoodScanLeavesTheGoodScanRead)
{
    fs::copy_file(goodScan(), scans / "goed.tif");

    const Outcome outcome = scanstraat({"run", scans, "--out", output, "--jobs", "2"});

    EXPECT_EQ(outcome.code, 3) << outcome.err;
    expectCauseNamed(outcome.err);
    EXPECT_EQ(outcome.err.find("goed.tif"), std::string::npos) << outcome.err;
    const nlohmann::json run = readJson(output / "run.json");
    EXPECT_TRUE(isListed(run));
    EXPECT_EQ(run.at("pagesIn"), pagesInRecords(output));
    const nlohmann::json good = readJson(output / "records/goed.json");
    EXPECT_EQ(good.at("pages").size(), kGoodPages);
    EXPECT_EQ(good.at("pages").at(0).at("class"), "cover");
    EXPECT_EQ(good.at("pages").at(1).at("class"), "form");
    EXPECT_FALSE(good.at("fields").empty());
    expectNothingHalfWritten(output);
}

INSTANTIATE_TEST_SUITE_P(Each, BadFileInARun, testing::ValuesIn(badFiles()),
                         [](const auto& file) { return file.param.kind; });

} // namespace
} // namespace scanstraat::test
