// SPDX-License-Identifier: EUPL-1.2
// One thread opens files and hands out pages through a bounded queue; workers take them through the
// stages and put what was read into the page's own place, so that order and content do not depend on
// which worker was faster.
#include "app/Batch.h"

#include "base/BoundedQueue.h"
#include "base/Error.h"

#include <atomic>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace scanstraat::app {

namespace {

struct Slot
{
    reading::PageReading reading;
    StageTimes times;
};

struct Task
{
    std::shared_ptr<const scan::ScanFile> file;
    std::string name;
    int page = 0;
    Slot* slot = nullptr;
};

class BatchRun
{
public:
    BatchRun(const Equipment& equipment, const BatchOptions& options)
        : equipment_(equipment), options_(options),
          queue_(static_cast<std::size_t>(2 * std::max(1, options.workers)))
    {
    }

    BatchResult run(std::span<const InputFile> files)
    {
        {
            std::vector<std::jthread> workers; // joined at the end of the block: the queue is closed then
            hold([&] {
                buildRunners();
                startWorkers(workers);
                openFiles(files);
            });
            queue_.close();
        }
        if (defect_) {
            std::rethrow_exception(defect_);
        }
        for (Slot& slot : slots_) {
            result_.pages.push_back(std::move(slot.reading));
            result_.times.push_back(slot.times);
        }
        return std::move(result_);
    }

private:
    /// All engines before the first thread: Tesseract and OpenCV write into what all their engines share.
    void buildRunners()
    {
        for (int i = 0; i < std::max(1, options_.workers); ++i) {
            runners_.emplace_back(equipment_);
        }
        result_.modelVersions = runners_.front().modelVersions();
    }

    void startWorkers(std::vector<std::jthread>& workers)
    {
        const std::size_t wanted = runners_.size();
        try {
            for (PageRunner& runner : runners_) {
                workers.emplace_back([this, &runner] { hold([this, &runner] { work(runner); }); });
            }
        } catch (const std::system_error& error) {
            throw Error("only " + std::to_string(workers.size()) + " of " + std::to_string(wanted) +
                        " worker threads can be started (" + error.what() + "); ask for fewer with --jobs");
        }
    }

    void openFiles(std::span<const InputFile> files)
    {
        for (const InputFile& input : files) {
            auto opened = openFile(input.path);
            if (!opened) {
                result_.failures.push_back({input.name, opened.error()});
                continue;
            }
            const auto file = std::make_shared<const scan::ScanFile>(std::move(*opened));
            known_ += static_cast<std::size_t>(file->pageCount());
            for (int page = 0; page < file->pageCount(); ++page) {
                slots_.emplace_back();
                if (!queue_.push({file, input.name, page, &slots_.back()})) {
                    return; // a worker met a defect
                }
            }
        }
    }

    /// A file that makes a library throw costs that file, not the run.
    static Result<scan::ScanFile, scan::ScanProblem> openFile(const std::filesystem::path& path)
    {
        try {
            return scan::ScanFile::open(path);
        } catch (const std::exception& error) {
            return Failure{scan::ScanProblem{scan::ScanProblemCode::damaged,
                                             std::string("opening the file failed: ") + error.what()}};
        }
    }

    void work(PageRunner& runner)
    {
        while (auto task = queue_.pop()) {
            PageResult page = runner.run(*task->file, task->page, task->name);
            if (options_.onPage) {
                options_.onPage(page);
            }
            task->slot->reading = std::move(page.reading);
            task->slot->times = page.times;
            const std::size_t done = ++done_;
            if (options_.onProgress) {
                options_.onProgress(done, known_);
            }
        }
    }

    /// Keeps what `job` throws (a broken model, a full disk, no more threads) for the caller of run(), and
    /// lets all end.
    void hold(const std::function<void()>& job)
    {
        try {
            job();
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            if (!defect_) {
                defect_ = std::current_exception();
            }
            queue_.close();
        }
    }

    const Equipment& equipment_;
    const BatchOptions& options_;
    BoundedQueue<Task> queue_;
    std::deque<PageRunner> runners_; ///< one a worker
    std::deque<Slot> slots_;         ///< grown by one thread; elements never move
    std::mutex mutex_;               ///< guards defect_
    std::exception_ptr defect_;
    std::atomic<std::size_t> done_ = 0;
    std::atomic<std::size_t> known_ = 0;
    BatchResult result_;
};

} // namespace

BatchResult runBatch(const Equipment& equipment, std::span<const InputFile> files,
                     const BatchOptions& options)
{
    return BatchRun(equipment, options).run(files);
}

} // namespace scanstraat::app
