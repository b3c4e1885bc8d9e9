// SPDX-License-Identifier: EUPL-1.2
#include "app/FileWriter.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

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
    fs::create_directories(folder / "out/records");
    for (const std::string name :
         {"out/records/old.json", "out/report.html", "out/run.json", "out/notes.txt"}) {
        writeBytes(folder / name, "old");
    }
    {
        OutputFolder output(folder / "out");
        writeFile(output.staging() / "run.json", "new");
        writeFile(output.staging() / "records/new.json", "new");
        output.commit();
    }
    EXPECT_THAT(namesIn(folder / "out"),
                testing::ElementsAre("notes.txt", "records", "records/new.json", "report", "run.json"));
    EXPECT_EQ(readBytes(folder / "out/run.json"), "new");
}

TEST(OutputFolder, PutsEarlierResultsBackWhereTheCommitFails)
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "out/records");
    writeBytes(folder / "out/records/old.json", "old");
    writeBytes(folder / "out/run.json", "old");
    {
        OutputFolder output(folder / "out");
        writeFile(output.staging() / "run.json", "new");
        fs::create_directories(output.staging() / "earlier/run.json"); // in the way of the earlier run.json

        expectOutputError([&] { output.commit(); }, "out");
    }
    EXPECT_THAT(namesIn(folder / "out"), testing::ElementsAre("records", "records/old.json", "run.json"));
    EXPECT_EQ(readBytes(folder / "out/run.json"), "old");
}

TEST(OutputFolder, RefusesAFolderOfSomebodyElse)
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "out/records");
    writeBytes(folder / "out/records/song.flac", "music");

    expectOutputError([&] { const OutputFolder output(folder / "out"); }, "song.flac");

    EXPECT_EQ(readBytes(folder / "out/records/song.flac"), "music");
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
