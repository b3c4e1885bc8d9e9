// SPDX-License-Identifier: EUPL-1.2
#include "app/InputFinder.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

namespace scanstraat::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

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

    EXPECT_THAT(names(findInputs({folder / "in"})), ElementsAre("a.tif"));
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
