// SPDX-License-Identifier: EUPL-1.2
#include "app/FileWriter.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>

namespace scanstraat::app {
namespace {

namespace fs = std::filesystem;
using test::readBytes;
using test::TemporaryFolder;
using test::writeBytes;
using testing::HasSubstr;

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        names.push_back(entry.path().lexically_relative(folder).string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Puts files into `folder` and a run.json that lists `listed` of them.
void writeEarlierRun(const fs::path& folder, const std::vector<std::string>& listed,
                     const std::vector<std::string>& others = {})
{
    std::string names = "\"run.json\"";
    fs::create_directories(folder / "records");
    fs::create_directories(folder / "report");
    for (const std::string& name : listed) {
        writeBytes(folder / name, "old");
        names += ",\"" + name + "\"";
    }
    for (const std::string& name : others) {
        fs::create_directories((folder / name).parent_path());
        writeBytes(folder / name, "foreign");
    }
    writeBytes(folder / "run.json", R"({"schema":"scanstraat/run/1","files":[)" + names + "]}");
}

/// Runs something that must fail because the output cannot be written, with `name` in the message.
void expectOutputError(const std::function<void()>& job, const std::string& name)
{
    try {
        job();
        ADD_FAILURE() << "nothing thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::output);
        EXPECT_THAT(error.what(), HasSubstr(name));
    }
}

TEST(WriteFile, ReplacesAFile)
{
    const TemporaryFolder folder;
    writeBytes(folder / "a.json", "the longer text of before");

    writeFile(folder / "a.json", "new");

    EXPECT_EQ(readBytes(folder / "a.json"), "new");
    EXPECT_THAT(namesIn(folder / ""), testing::ElementsAre("a.json"));
}

TEST(WriteFile, LeavesNothingBehindWhereItFails)
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "a.json/b");

    expectOutputError([&] { writeFile(folder / "a.json", "new"); }, "a.json");
    expectOutputError([&] { writeFile(folder / "nowhere/a.json", "new"); }, "nowhere/a.json");

    EXPECT_THAT(namesIn(folder / ""), testing::ElementsAre("a.json", "a.json/b"));
}

TEST(WriteFile, WritesStraightToAPipeAndLeavesItOne)
{
    const TemporaryFolder folder;
    const fs::path pipe = folder / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);

    writeFile(pipe, "new");

    std::array<char, 8> text{};
    EXPECT_EQ(read(reader, text.data(), text.size()), 3);
    close(reader);
    EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST(OutputFolder, ShowsNothingBeforeTheCommit)
{
    const TemporaryFolder folder;
    {
        const OutputFolder output(folder / "out");
        writeFile(output.staging() / "run.json", "{}");
        writeFile(output.staging() / "records/a.json", "{}");
        EXPECT_FALSE(fs::exists(folder / "out/run.json"));
    }
    EXPECT_THAT(namesIn(folder / "out"), testing::IsEmpty());
}

TEST(OutputFolder, ReplacesAllEarlierResultsAndNothingElse)
{
    const TemporaryFolder folder;
    writeEarlierRun(folder / "out", {"records/old.json", "report.html", "report/old.jpg"}, {"notes.txt"});
    {
        OutputFolder output(folder / "out");
        writeFile(output.staging() / "run.json", "new");
        writeFile(output.staging() / "records/new.json", "new");
        output.commit();
    }
    EXPECT_THAT(namesIn(folder / "out"),
                testing::ElementsAre("holding", "notes.txt", "records", "records/new.json", "regions",
                                     "report", "run.json"));
    EXPECT_EQ(readBytes(folder / "out/run.json"), "new");
}

TEST(OutputFolder, PutsEarlierResultsBackWhereTheCommitFails)
{
    const TemporaryFolder folder;
    writeEarlierRun(folder / "out", {"records/old.json"});
    const std::string before = readBytes(folder / "out/run.json");
    {
        OutputFolder output(folder / "out");
        writeFile(output.staging() / "run.json", "new");
        fs::create_directories(output.staging() / "earlier/run.json"); // in the way of the earlier run.json

        expectOutputError([&] { output.commit(); }, "out");
    }
    EXPECT_THAT(namesIn(folder / "out"),
                testing::ElementsAre("records", "records/old.json", "report", "run.json"));
    EXPECT_EQ(readBytes(folder / "out/run.json"), before);
}

TEST(OutputFolder, ListsWhatTheRunWrote)
{
    const TemporaryFolder folder;
    const OutputFolder output(folder / "out");
    for (const std::string name : {"report/b.jpg", "records/a.json", "report.html"}) {
        writeFile(output.staging() / name, "new");
    }

    EXPECT_THAT(output.written(), testing::ElementsAre("records/a.json", "report.html", "report/b.jpg"));
}

TEST(OutputFolder, RefusesWhatNoRunWrote)
{
    for (const std::string name : {"records/song.flac", "records/music.json", "regions/utrecht.png",
                                   "report/holiday.jpg", "report.html", "run.json"}) {
        const TemporaryFolder folder;
        fs::create_directories((folder / "out" / name).parent_path());
        writeBytes(folder / "out" / name, "{}");

        expectOutputError([&] { const OutputFolder output(folder / "out"); }, name);

        EXPECT_EQ(readBytes(folder / "out" / name), "{}");
    }
}

TEST(OutputFolder, RefusesWhatWasPutAmongTheResultsOfARun)
{
    for (const std::string name :
         {"records/notitie.txt", "records/brief.json", "regions/utrecht.png", "report/holiday.jpg"}) {
        const TemporaryFolder folder;
        writeEarlierRun(folder / "out", {"records/old.json"}, {name});

        expectOutputError([&] { const OutputFolder output(folder / "out"); }, name);

        EXPECT_EQ(readBytes(folder / "out" / name), "foreign");
    }
}

TEST(OutputFolder, RefusesWhatWasPutAmongTheResultsDuringTheRun)
{
    const TemporaryFolder folder;
    writeEarlierRun(folder / "out", {"records/old.json"});
    OutputFolder output(folder / "out");
    writeFile(output.staging() / "run.json", "new");
    writeBytes(folder / "out/records/notitie.txt", "foreign");

    expectOutputError([&] { output.commit(); }, "notitie.txt");

    EXPECT_EQ(readBytes(folder / "out/records/notitie.txt"), "foreign");
}

TEST(OutputFolder, RefusesFoldersAndLinksInThePlaceOfResults)
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "a/report.html");
    fs::create_directories(folder / "b");
    fs::create_directory_symlink(folder / "a", folder / "b/records");

    expectOutputError([&] { const OutputFolder output(folder / "a"); }, "report.html");
    expectOutputError([&] { const OutputFolder output(folder / "b"); }, "b/records");
}

TEST(OutputFolder, TakesEmptyFoldersOfTheResultsNames)
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "out/records");

    EXPECT_NO_THROW(OutputFolder(folder / "out").commit());
}

TEST(OutputFolder, KeepsASecondRunOutUntilTheFirstEnds)
{
    const TemporaryFolder folder;
    {
        const OutputFolder first(folder / "out");

        expectOutputError([&] { const OutputFolder second(folder / "out"); },
                          "another run is writing into it");
    }
    EXPECT_NO_THROW(OutputFolder(folder / "out"));
}

TEST(OutputFolder, RemovesWhatAKilledRunLeft)
{
    const TemporaryFolder folder;
    const pid_t ended = fork();
    if (ended == 0) {
        _exit(0);
    }
    waitpid(ended, nullptr, 0);
    const fs::path left = folder / ("out/.run-" + std::to_string(ended));
    const fs::path running = folder / ("out/.run-" + std::to_string(getppid()));
    const fs::path other = folder / "out/.run-of-mine";
    for (const fs::path& path : {left, running, other}) {
        fs::create_directories(path / "records");
    }

    const OutputFolder output(folder / "out");

    EXPECT_FALSE(fs::exists(left));
    EXPECT_TRUE(fs::exists(running));
    EXPECT_TRUE(fs::exists(other));
}

TEST(OutputFolder, AFileInTheWayIsAnError)
{
    const TemporaryFolder folder;
    writeBytes(folder / "file", "text");

    expectOutputError([&] { const OutputFolder output(folder / "file"); }, "file");
    expectOutputError([&] { const OutputFolder output(folder / "file/out"); }, "file/out");

    EXPECT_EQ(readBytes(folder / "file"), "text");
}

} // namespace
} // namespace scanstraat::app
