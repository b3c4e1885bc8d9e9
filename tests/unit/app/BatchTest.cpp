// SPDX-License-Identifier: EUPL-1.2
#include "app/Batch.h"

#include "TestEquipment.h"
#include "app/DutchTexts.h"
#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <iostream>
#include <mutex>
#include <set>

namespace scanstraat::app {
namespace {

namespace fs = std::filesystem;
using test::equipment;

/// White pages 0.png, 1.png and so on; those of `broken` are empty files.
class ABatch : public testing::Test
{
protected:
    test::TemporaryFolder folder;

    [[nodiscard]] std::vector<InputFile> files(int count, const std::set<int>& broken = {}) const
    {
        const cv::Mat white(1170, 827, CV_8UC1, cv::Scalar(255)); // A4 at 100 dpi
        std::vector<InputFile> result;
        for (int i = 0; i < count; ++i) {
            const std::string name = std::to_string(i) + ".png";
            if (broken.contains(i)) {
                test::writeBytes(folder / name, "");
            } else {
                cv::imwrite(folder / name, white);
            }
            result.push_back({folder / name, name});
        }
        return result;
    }
};

std::vector<std::string> namesOf(const BatchResult& result)
{
    std::vector<std::string> names;
    for (const reading::PageReading& page : result.pages) {
        names.push_back(page.source.file);
    }
    return names;
}

TEST_F(ABatch, ReadsTheFilesBesideABrokenOne)
{
    const BatchResult result = runBatch(equipment(), files(3, {1}), {});

    EXPECT_THAT(namesOf(result), testing::ElementsAre("0.png", "2.png"));
    ASSERT_EQ(result.failures.size(), 1);
    EXPECT_EQ(result.failures[0].name, "1.png");
    EXPECT_EQ(result.failures[0].problem.code, scan::ScanProblemCode::empty);
}

TEST_F(ABatch, SaysWhyAPageFailedInDutchWithTheCauseInEnglish)
{
    cv::imwrite(folder / "heel.png", cv::Mat(1170, 827, CV_8UC1, cv::Scalar(255)));
    const std::string whole = test::readBytes(folder / "heel.png");
    test::writeBytes(folder / "half.png", whole.substr(0, whole.size() / 2));

    const BatchResult result =
        runBatch(equipment(), std::vector<InputFile>{{folder / "half.png", "half.png"}}, {});

    ASSERT_EQ(result.pages.size(), 1U);
    EXPECT_EQ(result.pages[0].pageClass, reading::PageClass::failed);
    ASSERT_EQ(result.pages[0].findings.size(), 1U);
    EXPECT_EQ(result.pages[0].findings[0].message, dutchText(scan::ScanProblemCode::truncated));
    EXPECT_THAT(result.pages[0].findings[0].detail, testing::HasSubstr("cut off"));
}

TEST_F(ABatch, KeepsTheOrderWithManyWorkers)
{
    BatchOptions options;
    options.workers = 4;

    const BatchResult result = runBatch(equipment(), files(9), options);

    EXPECT_THAT(namesOf(result), testing::ElementsAre("0.png", "1.png", "2.png", "3.png", "4.png", "5.png",
                                                      "6.png", "7.png", "8.png"));
    EXPECT_EQ(result.times.size(), 9);
}

TEST_F(ABatch, ShowsEveryPageOnceAndCountsToTheEnd)
{
    std::mutex mutex;
    std::multiset<std::string> seen;
    std::size_t most = 0;
    BatchOptions options;
    options.workers = 3;
    options.onPage = [&](const PageResult& page) {
        const std::scoped_lock lock(mutex);
        seen.insert(page.reading.source.file);
    };
    options.onProgress = [&](std::size_t done, std::size_t known) {
        const std::scoped_lock lock(mutex);
        EXPECT_LE(done, known);
        most = std::max(most, done);
    };

    (void)runBatch(equipment(), files(5, {0}), options);

    EXPECT_EQ(seen, (std::multiset<std::string>{"1.png", "2.png", "3.png", "4.png"}));
    EXPECT_EQ(most, 4);
}

TEST_F(ABatch, EndsWithTheErrorOfAnObserver)
{
    BatchOptions options;
    options.workers = 2;
    options.onPage = [](const PageResult&) { throw Error("the disk is full", ExitCode::output); };

    EXPECT_THROW((void)runBatch(equipment(), files(20), options), Error);
}

TEST_F(ABatch, APictureThatIsNoSheetIsAFailedPage)
{
    cv::imwrite(folder / "stip.png", cv::Mat(1, 3, CV_8UC1, cv::Scalar(255)));
    const std::vector<InputFile> inputs{{folder / "stip.png", "stip.png"}};

    const BatchResult result = runBatch(equipment(), inputs, {});

    ASSERT_EQ(result.pages.size(), 1);
    EXPECT_EQ(result.pages[0].pageClass, reading::PageClass::failed);
    EXPECT_EQ(result.pages[0].findings.front().code, "scan.damaged");
}

TEST_F(ABatch, ABrokenModelIsAnErrorNotAHang)
{
    fs::copy(fs::path(SCANSTRAAT_SOURCE_DIR) / "models", folder / "models");
    const Equipment own(fs::path(SCANSTRAAT_SOURCE_DIR) / "templates", folder / "models", {});
    test::writeBytes(folder / "models/digits-thorough.onnx", "no network");
    BatchOptions options;
    options.workers = 2;

    EXPECT_THROW((void)runBatch(own, files(20), options), Error);
}

/// From now on two threads can be started and no more: each needs 2 GiB of addresses of the 5 that are left.
void leaveRoomForTwoThreads()
{
    constexpr std::size_t kGiB = std::size_t{1} << 30;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 2 * kGiB);
    pthread_setattr_default_np(&attributes);
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlim_t most = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + 5 * kGiB;
    const rlimit limit{most, most};
    setrlimit(RLIMIT_AS, &limit);
}

/// In a program of its own, as the limits cannot be taken back; one that hangs is ended by the alarm.
TEST_F(ABatch, AThreadThatCannotBeStartedIsAnErrorNotAHang)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers need more addresses than the limit leaves";
#endif
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    BatchOptions options;
    options.workers = 8;
    const auto runWithTwoThreads = [&] {
        (void)equipment();
        alarm(60);
        leaveRoomForTwoThreads();
        try {
            (void)runBatch(equipment(), files(1), options);
        } catch (const Error& error) {
            std::cerr << error.what() << std::endl;
            _exit(1);
        }
        _exit(0);
    };

    EXPECT_EXIT(runWithTwoThreads(), testing::ExitedWithCode(1),
                "only 2 of 8 worker threads can be started .*--jobs");
}

} // namespace
} // namespace scanstraat::app
