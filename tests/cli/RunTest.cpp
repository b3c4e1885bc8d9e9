// SPDX-License-Identifier: EUPL-1.2
// What a good run writes.
#include "BadFiles.h"
#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Run : public testing::Test
{
protected:
    TemporaryFolder folder;
    fs::path output = folder / "output";

    [[nodiscard]] Outcome run(std::vector<std::string> options = {}) const
    {
        options.insert(options.begin(), {"run", goodScans(), "--out", output});
        return scanstraat(options);
    }
};

TEST_F(Run, WritesRecordsReportAndRunJsonAndNothingElse)
{
    const Outcome outcome = run();

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    std::vector<std::string> names;
    for (const auto& [name, content] : filesIn(output)) {
        names.push_back(name);
        EXPECT_FALSE(content.empty()) << name;
    }
    std::vector<std::string> wanted{"records/app-0001.json", "report.html", "run.json"};
    for (std::size_t page = 1; page <= kGoodPages; ++page) {
        wanted.push_back("report/app-0001.tif-p" + std::to_string(page) + ".jpg");
    }
    EXPECT_THAT(names, testing::UnorderedElementsAreArray(wanted));
}

TEST_F(Run, PutsEveryPageThatGoesInIntoARecord)
{
    ASSERT_EQ(run().code, 0);

    const nlohmann::json summary = readJson(output / "run.json");
    std::size_t byClass = 0;
    for (const auto& [name, count] : summary.at("pages").items()) {
        byClass += count.get<std::size_t>();
    }
    std::size_t byRecord = 0;
    for (const auto& record : summary.at("records")) {
        byRecord += record.at("pages").get<std::size_t>();
        EXPECT_TRUE(fs::exists(output / record.at("file").get<std::string>()));
    }
    EXPECT_EQ(summary.at("pagesIn"), kGoodPages);
    EXPECT_EQ(byClass, kGoodPages);
    EXPECT_EQ(byRecord, kGoodPages);
    EXPECT_EQ(pagesInRecords(output), kGoodPages);
}

TEST_F(Run, PutsBlankPagesIntoARecordTooAndNamesWhatItIgnored)
{
    fs::create_directory(folder / "scans");
    fs::copy_file(goodScan(), folder / "scans/goed.tif");
    writeWhiteScan(folder / "scans/wit.tif", 2480, 3508);
    writeBytes(folder / "scans/lijst.txt", "goed, wit");

    const Outcome outcome = scanstraat({"run", folder / "scans", "--out", output});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const nlohmann::json summary = readJson(output / "run.json");
    EXPECT_EQ(summary.at("pagesIn"), kGoodPages + 1);
    EXPECT_EQ(summary.at("pages").at("blank"), 1);
    EXPECT_EQ(summary.at("ignoredFiles"), nlohmann::json::array({"lijst.txt"}));
    EXPECT_EQ(pagesInRecords(output), kGoodPages + 1);
}

/// One filled-in copy of a form, scanned.
fs::path copyOf(const std::string& form, const fs::path& folder)
{
    const Outcome made = runProgram({SCANSTRAAT_SYNTH_PROGRAM, "--out", folder, "--form", form, "--count",
                                     "1", "--seed", "3", "--difficulty", "easy", "--format", "pdf"});
    EXPECT_EQ(made.code, 0) << made.err;
    return folder / "scans";
}

TEST_F(Run, FilesAFormThatNeedNotBeSentAsNeedless)
{
    const Outcome outcome =
        scanstraat({"run", copyOf("bewijsmiddelen-inkomen", folder / "lijst"), "--out", output});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(readJson(output / "run.json").at("pages").at("needless"), 4);
    EXPECT_EQ(pagesInRecords(output), 4U);
}

TEST_F(Run, KeepsSignatureAndPhotoAsPictures)
{
    ASSERT_EQ(scanstraat({"run", copyOf("fotokaart", folder / "kaart"), "--out", output}).code, 0);

    const nlohmann::json fields = readJson(output / "records/app.json").at("fields");
    for (const char* id : {"fotokaart.kaart.handtekening", "fotokaart.kaart.pasfoto"}) {
        EXPECT_EQ(fields.at(id).at("value"), "present") << id;
        EXPECT_TRUE(fs::is_regular_file(output / fields.at(id).at("picture").get<std::string>())) << id;
    }
}

TEST_F(Run, GivesTheSameBytesWithOneWorkerAndFour)
{
    ASSERT_EQ(run({"--jobs", "1"}).code, 0);
    const auto one = filesIn(output);

    output = folder / "four";
    ASSERT_EQ(run({"--jobs", "4"}).code, 0);

    EXPECT_EQ(filesIn(output), one);
}

TEST_F(Run, ReplacesTheResultsOfAnEarlierRunCompletely)
{
    fs::create_directory(folder / "oud");
    fs::copy_file(goodScan(), folder / "oud/oud.tif");
    ASSERT_EQ(scanstraat({"run", folder / "oud", "--out", output}).code, 0);
    ASSERT_TRUE(fs::exists(output / "records/oud.json"));
    writeBytes(output / "notitie.txt", "van een mens");

    ASSERT_EQ(run({"--no-report"}).code, 0);

    EXPECT_FALSE(fs::exists(output / "records/oud.json"));
    EXPECT_FALSE(fs::exists(output / "report.html"));
    EXPECT_FALSE(fs::exists(output / "report"));
    EXPECT_EQ(readJson(output / "run.json").at("pagesIn"), kGoodPages);
    EXPECT_EQ(readBytes(output / "notitie.txt"), "van een mens");
    expectNothingHalfWritten(output);
}

TEST_F(Run, GivesTheSameBytesWhenItsOutputLiesInsideItsInput)
{
    fs::create_directory(folder / "scans");
    fs::copy_file(goodScan(), folder / "scans/goed.tif");
    output = folder / "scans";
    const auto runInside = [&] { return scanstraat({"run", folder / "scans", "--out", output}).code; };
    ASSERT_EQ(runInside(), 0);
    const auto first = filesIn(output);

    ASSERT_EQ(runInside(), 0);

    EXPECT_EQ(filesIn(output), first);
}

TEST_F(Run, LeavesTheEarlierResultsWhenItFails)
{
    ASSERT_EQ(run().code, 0);
    const auto before = filesIn(output);
    fs::create_directory(folder / "models");

    EXPECT_EQ(run({"--models", folder / "models"}).code, 6);

    EXPECT_EQ(filesIn(output), before);
}

TEST_F(Run, ListsInRunJsonWhatItWrote)
{
    ASSERT_EQ(run().code, 0);

    std::vector<std::string> names;
    for (const auto& [name, content] : filesIn(output)) {
        names.push_back(name);
    }
    EXPECT_THAT(readJson(output / "run.json").at("files").get<std::vector<std::string>>(),
                testing::UnorderedElementsAreArray(names));
}

TEST_F(Run, LeavesNothingBehindWhenASignalStopsIt)
{
    fs::create_directory(folder / "veel");
    for (int copy = 0; copy < 20; ++copy) {
        fs::copy_file(goodScan(), folder / "veel" / (std::to_string(copy) + ".tif"));
    }
    const std::string script = R"("$0" run "$1" --out "$2" --jobs 1 & run=$!
        until [ -d "$2/.run-$run" ]; do sleep 0.05; done
        kill -$3 $run; wait $run)";
    for (const auto& [signal, code] : {std::pair("TERM", 143), std::pair("HUP", 129)}) {
        const Outcome outcome =
            runProgram({"/bin/sh", "-c", script, SCANSTRAAT_PROGRAM, folder / "veel", output, signal});

        EXPECT_EQ(outcome.code, code) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr("stopped by signal"));
        EXPECT_THAT(outcome.out, IsEmpty());
        EXPECT_TRUE(fs::is_empty(output));
    }
}

TEST_F(Run, NamesWhatItCouldNotReachInItsInput)
{
    fs::create_directory(folder / "scans");
    fs::copy_file(goodScan(), folder / "scans/goed.tif");
    fs::create_symlink("nergens", folder / "scans/weg\x1b[2J.tif");

    const Outcome outcome = scanstraat({"run", folder / "scans", "--out", output});

    EXPECT_EQ(outcome.code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("weg\\x1B[2J.tif: the link leads to nothing"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("\x1b")));
    EXPECT_EQ(readJson(output / "run.json").at("failedFiles").size(), 1);
}

TEST_F(Run, KeepsEqualNamesFromTwoFoldersApart)
{
    for (const std::string name : {"maandag", "dinsdag"}) {
        fs::create_directory(folder / name);
        fs::copy_file(goodScan(), folder / name / "scan.tif");
    }

    const Outcome outcome = scanstraat({"run", folder / "maandag", folder / "dinsdag", "--out", output});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const nlohmann::json summary = readJson(output / "run.json");
    ASSERT_EQ(summary.at("records").size(), 2);
    EXPECT_EQ(summary.at("records").at(0).at("pages"), kGoodPages);
    EXPECT_EQ(summary.at("records").at(1).at("pages"), kGoodPages);
}

TEST_F(Run, ReadsAScanWithAVeryLongName)
{
    const std::string name = std::string(60, ' ') + std::string(150, 'n') + ".tif";
    fs::copy_file(goodScan(), folder / name);

    const Outcome outcome = scanstraat({"run", folder / name, "--out", output});

    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(pagesInRecords(output), kGoodPages);
}

TEST_F(Run, PrintsJsonAndNothingElseWithJson)
{
    const Outcome outcome = run({"--json"});

    EXPECT_EQ(nlohmann::json::parse(outcome.out), readJson(output / "run.json"));
}

TEST_F(Run, PrintsATableForPeople)
{
    const Outcome outcome = run();

    EXPECT_THAT(outcome.out, HasSubstr("application"));
    EXPECT_THAT(outcome.out, HasSubstr("app-0001"));
    EXPECT_THAT(outcome.out, HasSubstr("pages in: 6 = 1 cover + 5 form"));
}

TEST_F(Run, ShowsNoProgressBarWhereNobodyLooks)
{
    const Outcome outcome = run();

    EXPECT_THAT(outcome.err, IsEmpty());
}

TEST_F(Run, WritesPicturesOfWhatItSawOnRequest)
{
    ASSERT_EQ(run({"--debug-dir", folder / "beelden"}).code, 0);

    const auto pictures = filesIn(folder / "beelden");
    EXPECT_THAT(pictures, Not(IsEmpty()));
    EXPECT_TRUE(pictures.contains("app-0001.tif-p1-1-scan.png"));
    EXPECT_TRUE(pictures.contains("app-0001.tif-p1-2-registered.png"));
}

TEST_F(Run, WritesAReportThatIsWholeWhateverFilesAreCalledAndHowTheyAreBroken)
{
    const fs::path scans = folder / "scans";
    fs::create_directory(scans);
    fs::copy_file(goodScan(), scans / "a \"><img src=x onerror=alert(1)>&'.tif");
    for (const BadFile& bad : badFiles()) {
        bad.make(scans / bad.name);
    }
    fs::rename(scans / "leeg.pdf", scans / "leeg-\xFF.pdf");

    const Outcome outcome = scanstraat({"run", scans, "--out", output});

    EXPECT_EQ(outcome.code, 3) << outcome.err;
    const fs::path script = fs::path(SCANSTRAAT_SOURCE_DIR) / "tests/cli/check_report.py";
    const Outcome check = runProgram({PYTHON_PROGRAM, script, output});
    EXPECT_EQ(check.code, 0) << check.out << check.err;
}

TEST_F(Run, WritesRecordsThatFollowTheSchema)
{
    if (runProgram({PYTHON_PROGRAM, "-c", "import jsonschema"}).code != 0) {
        GTEST_SKIP() << "python3-jsonschema is not installed";
    }
    ASSERT_EQ(run().code, 0);
    const fs::path source = SCANSTRAAT_SOURCE_DIR;

    const Outcome check = runProgram({PYTHON_PROGRAM, source / "tests/cli/validate.py",
                                      source / "docs/record.schema.json", output / "records/app-0001.json"});

    EXPECT_EQ(check.code, 0) << check.out << check.err;
}

} // namespace
} // namespace scanstraat::test
