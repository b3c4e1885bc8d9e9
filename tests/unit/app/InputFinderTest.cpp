// SPDX-License-Identifier: EUPL-1.2
#include "app/InputFinder.h"

#include "app/PagePictures.h"
#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <sys/stat.h>

namespace scanstraat::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A folder that may not be read, not by root either: that works under another user meanwhile.
class ClosedFolder
{
public:
    explicit ClosedFolder(fs::path path) : path_(std::move(path)), user_(geteuid())
    {
        constexpr uid_t kNobody = 65534;
        fs::permissions(path_, fs::perms::none);
        if (user_ == 0) {
            allowAbove();
            switchTo(kNobody);
        }
    }
    ~ClosedFolder()
    {
        switchTo(user_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ClosedFolder(const ClosedFolder&) = delete;
    ClosedFolder& operator=(const ClosedFolder&) = delete;

private:
    static void switchTo(uid_t user)
    {
        if (seteuid(user) != 0) {
            ADD_FAILURE() << "the test cannot act as user " << user;
        }
    }

    /// Lets everybody into the folders above, which are the test's own.
    void allowAbove() const
    {
        constexpr fs::perms kEverybody =
            fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec;
        for (fs::path above = path_.parent_path(); above != fs::temp_directory_path();
             above = above.parent_path()) {
            fs::permissions(above, kEverybody, fs::perm_options::add);
        }
    }

    fs::path path_;
    uid_t user_;
};

class InputFinder : public testing::Test
{
protected:
    test::TemporaryFolder folder;

    /// Makes an empty file, and the folders above it.
    [[nodiscard]] fs::path file(const std::string& name) const
    {
        const fs::path path = folder / name;
        fs::create_directories(path.parent_path());
        test::writeBytes(path, "");
        return path;
    }

    void files(const std::vector<std::string>& names) const
    {
        for (const std::string& name : names) {
            (void)file(name);
        }
    }
};

std::vector<std::string> names(const InputList& list)
{
    std::vector<std::string> result;
    for (const InputFile& input : list.files) {
        result.push_back(input.name);
    }
    return result;
}

TEST_F(InputFinder, ComparesNumbersAsNumbers)
{
    files({"in/p10.tif", "in/p2.tif", "in/p1.tif"});

    EXPECT_THAT(names(findInputs({folder / "in"})), ElementsAre("p1.tif", "p2.tif", "p10.tif"));
}

TEST_F(InputFinder, SortsFilesThatAShellHasListed)
{
    const std::vector<fs::path> listed{file("in/p1.tif"), file("in/p10.tif"), file("in/p2.tif")};

    EXPECT_THAT(names(findInputs(listed)), ElementsAre("p1.tif", "p2.tif", "p10.tif"));
}

TEST_F(InputFinder, KeepsTheOrderOfFolders)
{
    files({"b/1.tif", "a/2.tif"});

    EXPECT_THAT(names(findInputs({folder / "b", folder / "a"})), ElementsAre("1.tif", "2.tif"));
}

TEST_F(InputFinder, SearchesFoldersInFolders)
{
    files({"in/week 1/ma/a.tif", "in/week 1/a.pdf"});

    EXPECT_THAT(names(findInputs({folder / "in"})), ElementsAre("week 1/a.pdf", "week 1/ma/a.tif"));
}

TEST_F(InputFinder, TakesAFileOnceThatIsNamedTwice)
{
    const fs::path scan = file("in/a.tif");
    fs::create_symlink(scan, folder / "in/link.tif");

    const InputList list = findInputs({scan, folder / "in", folder / "in/../in/a.tif"});

    EXPECT_THAT(names(list), ElementsAre("a.tif"));
}

TEST_F(InputFinder, ListsWhatIsNoScanByItsName)
{
    files({"in/a.TIF", "in/lijst.txt", "in/week/Thumbs.db"});

    const InputList list = findInputs({folder / "in"});

    EXPECT_THAT(names(list), ElementsAre("a.TIF"));
    EXPECT_THAT(list.ignored, ElementsAre("lijst.txt", "week/Thumbs.db"));
}

TEST_F(InputFinder, TakesAFileThatIsNamedWhateverItsName)
{
    EXPECT_THAT(names(findInputs({file("scan.bin")})), ElementsAre("scan.bin"));
}

TEST_F(InputFinder, LeavesOutTheResultsOfAnEarlierRun)
{
    files({"in/a.tif", "in/out/report/a.tif-p1.jpg", "in/out/run.json", "in/out/.run-1/report/b.jpg",
           "in/out/c.tif"});

    const InputList list = findInputs({folder / "in"}, folder / "in/out");

    EXPECT_THAT(names(list), ElementsAre("a.tif", "out/c.tif"));
    EXPECT_THAT(list.ignored, IsEmpty());
}

TEST_F(InputFinder, ReadsFoldersThatAreOnlyNamedLikeResults)
{
    files({"in/report/a.tif"});

    EXPECT_THAT(names(findInputs({folder / "in"}, folder / "out")), ElementsAre("report/a.tif"));
}

TEST_F(InputFinder, PutsTheFolderBeforeNamesThatClash)
{
    files({"ma/p1.tif", "ma/p2.tif", "di/p1.tif"});

    const InputList list = findInputs({folder / "ma", folder / "di"});

    EXPECT_THAT(names(list), ElementsAre("ma/p1.tif", "ma/p2.tif", "di/p1.tif"));
}

TEST_F(InputFinder, PutsAsManyFoldersBeforeNamesAsItTakes)
{
    files({"week1/ma/p1.tif", "week2/ma/p1.tif"});

    const InputList list = findInputs({folder / "week1/ma", folder / "week2/ma"});

    EXPECT_THAT(names(list), ElementsAre("week1/ma/p1.tif", "week2/ma/p1.tif"));
}

TEST_F(InputFinder, AnEmptyFolderHoldsNothing)
{
    fs::create_directory(folder / "in");

    EXPECT_THAT(names(findInputs({folder / "in"})), IsEmpty());
}

TEST_F(InputFinder, ALinkToItselfIsNoScan)
{
    files({"in/a.tif"});
    fs::create_symlink("lus.tif", folder / "in/lus.tif");

    const InputList list = findInputs({folder / "in"});

    EXPECT_THAT(names(list), ElementsAre("a.tif"));
    ASSERT_EQ(list.failures.size(), 1U);
    EXPECT_EQ(list.failures[0].name, "lus.tif");
}

TEST_F(InputFinder, ALinkToNothingIsAFailure)
{
    files({"in/a.tif"});
    fs::create_symlink("weg.tif", folder / "in/b.tif");

    const InputList list = findInputs({folder / "in"});

    EXPECT_THAT(names(list), ElementsAre("a.tif"));
    ASSERT_EQ(list.failures.size(), 1U);
    EXPECT_EQ(list.failures[0].name, "b.tif");
    EXPECT_EQ(list.failures[0].problem.code, scan::ScanProblemCode::cannotOpen);
    EXPECT_THAT(list.failures[0].problem.message, HasSubstr("the link leads to nothing"));
}

TEST_F(InputFinder, AFolderInAFolderThatMayNotBeReadIsAFailure)
{
    files({"in/a.tif", "in/dicht/b.tif"});
    const ClosedFolder closed(folder / "in/dicht");

    const InputList list = findInputs({folder / "in"});

    EXPECT_THAT(names(list), ElementsAre("a.tif"));
    ASSERT_EQ(list.failures.size(), 1U);
    EXPECT_EQ(list.failures[0].name, "dicht");
    EXPECT_THAT(list.failures[0].problem.message, HasSubstr("Permission denied"));
}

TEST_F(InputFinder, ANamedFolderThatMayNotBeReadIsAnErrorThatSaysSo)
{
    files({"dicht/b.tif"});
    const ClosedFolder closed(folder / "dicht");

    for (const fs::path& input : {folder / "dicht", folder / "dicht/b.tif"}) {
        try {
            (void)findInputs({input});
            FAIL() << "nothing thrown";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::noInput);
            EXPECT_THAT(error.what(), HasSubstr(input.string()));
            EXPECT_THAT(error.what(), HasSubstr("Permission denied"));
        }
    }
}

TEST_F(InputFinder, ListsLinkedFoldersAndDoesNotFollowThem)
{
    files({"in/a.tif", "elders/b.tif"});
    fs::create_directory_symlink(folder / "elders", folder / "in/link");
    fs::create_directory_symlink("..", folder / "in/terug");

    const InputList list = findInputs({folder / "in"});

    EXPECT_THAT(names(list), ElementsAre("a.tif"));
    EXPECT_THAT(list.ignored, ElementsAre("link", "terug"));
}

TEST_F(InputFinder, ListsTheResultsOfAnotherRunAndReadsTheScansBesideThem)
{
    files({"in/week/a.tif", "in/week/report/a.tif-p1.jpg", "in/week/report.html", "in/week/records/a.json"});
    test::writeBytes(folder / "in/week/run.json", R"({"schema": "scanstraat/run/1", "files": []})");

    const InputList list = findInputs({folder / "in"}, folder / "out");

    EXPECT_THAT(names(list), ElementsAre("week/a.tif"));
    EXPECT_THAT(list.ignored,
                ElementsAre("week/records", "week/report", "week/report.html", "week/run.json"));
}

TEST_F(InputFinder, ReadsFoldersBesideTheRunJsonOfAnotherProgram)
{
    files({"in/report/a.tif"});
    test::writeBytes(folder / "in/run.json", R"({"schema": "hardlopen/1"})");

    EXPECT_THAT(names(findInputs({folder / "in"}, folder / "out")), ElementsAre("report/a.tif"));
}

TEST_F(InputFinder, ListsDebugPicturesAndReadsTheScansBesideThem)
{
    createDebugFolder(folder / "in/beelden");
    files({"in/a-p1-1-scan.png", "in/beelden/a.tif-p1-1-scan.png", "in/beelden/b.png"});

    const InputList list = findInputs({folder / "in"});

    EXPECT_THAT(names(list), ElementsAre("a-p1-1-scan.png", "beelden/b.png"));
    EXPECT_THAT(list.ignored, ElementsAre("beelden/.scanstraat-debug", "beelden/a.tif-p1-1-scan.png"));
}

TEST_F(InputFinder, AnInputThatIsNotThereIsAnError)
{
    try {
        (void)findInputs({folder / "nergens"});
        FAIL() << "nothing thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::noInput);
        EXPECT_THAT(error.what(), testing::HasSubstr("nergens"));
    }
}

TEST_F(InputFinder, APipeOrDeviceIsAnErrorNotAnEndlessFile)
{
    const fs::path pipe = folder / "pijp.tif";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    for (const fs::path& input : {pipe, fs::path("/dev/zero")}) {
        try {
            (void)findInputs({input});
            ADD_FAILURE() << "nothing thrown for " << input;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ExitCode::noInput);
            EXPECT_THAT(error.what(),
                        testing::HasSubstr(input.string() + ": is neither a file nor a folder"));
        }
    }
}

TEST_F(InputFinder, LeavesOutPipesInFolders)
{
    files({"in/a.tif"});
    ASSERT_EQ(mkfifo((folder / "in/pijp.tif").c_str(), 0600), 0);

    EXPECT_THAT(names(findInputs({folder / "in"})), ElementsAre("a.tif"));
}

TEST_F(InputFinder, NoScansAtAllIsAnErrorForWhoNeedsOne)
{
    files({"in/lijst.txt", "uit/a.tif"});

    EXPECT_THAT(names(findScans({folder / "uit"})), ElementsAre("a.tif"));
    EXPECT_THROW((void)findScans({folder / "in"}), Error);
}

TEST(NaturalOrder, IsAnOrder)
{
    const std::vector<std::string> ordered{"a",    "a1", "a01", "a2",     "a10",
                                           "a10b", "b",  "b1c", "b1c009", "b1c10"};
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (std::size_t j = 0; j < ordered.size(); ++j) {
            if (ordered[i] != "a1" && ordered[i] != "a01") {
                EXPECT_EQ(naturalLess(ordered[i], ordered[j]), i < j) << ordered[i] << ' ' << ordered[j];
            }
        }
    }
    EXPECT_NE(naturalLess("a1", "a01"), naturalLess("a01", "a1"));
}

} // namespace
} // namespace scanstraat::app
