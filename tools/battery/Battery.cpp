// SPDX-License-Identifier: EUPL-1.2
//
// The threads share out the pages; a page goes through all its distortions and strengths in one thread, so
// that it is drawn once. Random streams depend on seed, page and distortion alone: at another strength the
// same happens at the same place, only stronger.
#include "Battery.h"

#include "ForeignPages.h"
#include "NoLetters.h"
#include "ScanStore.h"
#include "base/Error.h"
#include "program/ScratchFolder.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

namespace scanstraat::battery {

namespace {

namespace fs = std::filesystem;
using synth::Random;

/// Streams of random numbers that have nothing to do with each other.
enum class Stream : std::uint64_t { page, scene, distortion, noise, choice, foreign };

Random streamOf(std::uint64_t seed, Stream stream, int page, std::size_t distortion = 0)
{
    return {seed,
            (static_cast<std::uint64_t>(page) * 8 + static_cast<std::uint64_t>(stream)) * 1000 + distortion};
}

/// Numbers of the pages of the three runs, so that they do not have the same pages.
constexpr int kMixedPages = 1'000'000;
constexpr int kForeignPages = 2'000'000;

/// One to three distortions, of each stage but the sheet at most one, in the order in which they happen.
std::vector<std::size_t> drawDistortions(Random& random)
{
    const auto& all = allDistortions();
    const auto single = static_cast<std::size_t>(
        std::ranges::count_if(all, [](const auto& one) { return one.stage < Stage::spoilt; }));
    const int wanted = random.integer(1, 3);
    std::vector<std::size_t> chosen;
    while (static_cast<int>(chosen.size()) < wanted) {
        const std::size_t one = random.index(single);
        const bool clashes = std::ranges::any_of(chosen, [&](std::size_t other) {
            return other == one || (all[other].stage == all[one].stage && all[one].stage != Stage::sheet);
        });
        if (!clashes && all[one].name != "overlap") {
            chosen.push_back(one);
        }
    }
    std::ranges::sort(chosen, {}, [&](std::size_t one) { return std::pair(all[one].stage, one); });
    return chosen;
}

std::string fileName(const Case& one)
{
    char text[160] = {};
    std::snprintf(text, sizeof text, "%s-s%.2f-p%04d", one.done.c_str(), one.strength, one.page);
    return text;
}

bool isWorthKeeping(const Case& one)
{
    return isHarmful(one.verdict.outcome) || isNeedless(one);
}

} // namespace

struct Battery::Worker
{
    Worker(const app::Equipment& equipment, const fs::path& folder_)
        : runner(equipment, readerOfNothing()), folder(folder_)
    {
    }

    app::PageRunner runner;
    fs::path folder;
};

Battery::Battery(const app::Equipment& equipment, PageDeck& deck, BatteryOptions options)
    : equipment_(equipment), deck_(deck), options_(std::move(options))
{
}

std::vector<Case> Battery::forEachPage(int pages, const PageTask& task)
{
    const program::ScratchFolder scratch("scanstraat-battery");
    std::vector<std::unique_ptr<Worker>> workers; // engines before threads
    for (int i = 0; i < std::max(1, options_.jobs); ++i) {
        const fs::path folder = scratch.path() / std::to_string(i);
        fs::create_directory(folder);
        workers.push_back(std::make_unique<Worker>(equipment_, folder));
    }
    std::vector<std::vector<Case>> results(static_cast<std::size_t>(pages));
    std::atomic<int> next = 0;
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto work = [&](Worker& worker) {
        try {
            for (int page = next++; page < pages; page = next++) {
                results[static_cast<std::size_t>(page)] = task(page, worker);
                std::fprintf(stderr, "\rpage %d of %d ", page + 1, pages);
            }
        } catch (...) {
            const std::scoped_lock lock(failureMutex);
            failure = std::current_exception();
            next = pages;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (const auto& worker : workers) {
            threads.emplace_back([&work, &worker] { work(*worker); });
        }
    }
    std::fprintf(stderr, "\n");
    if (failure) {
        std::rethrow_exception(failure);
    }
    std::vector<Case> all;
    for (auto& some : results) {
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

void Battery::keep(const Case& one, const Scan& scan, const fs::path& file) const
{
    if (options_.keepIn.empty() || !(options_.keepAll || isWorthKeeping(one))) {
        return;
    }
    const std::string name =
        fileName(one) + "-" + toString(one.verdict.outcome) + "-" + std::to_string(one.intactMarks) + "marks";
    cv::imwrite((options_.keepIn / (name + ".jpg")).string(), scan.pixels, {cv::IMWRITE_JPEG_QUALITY, 80});
    fs::copy_file(file, options_.keepIn / (name + "-file" + file.extension().string()), // to read it again
                  fs::copy_options::overwrite_existing);
}

Case Battery::examine(Case one, const Scene& scene, PageTruth truth, Worker& worker) const
{
    Random noise = streamOf(options_.seed, Stream::noise, one.page);
    const Scan scan = takeScan(scene, noise);
    truth.map = scan.truth;
    truth.mustBeRefused = scene.mustBeRefused;
    one.intactMarks = scene.intactMarks();
    one.mustBeRefused = one.mustBeRefused || scene.mustBeRefused;
    const fs::path path = storeScan(worker.folder, "scan", scan, scene);
    const auto file = scan::ScanFile::open(path);
    if (!file) {
        throw Error(fileName(one) + ": the scan cannot be opened: " + file.error().message);
    }
    const app::PageResult result = worker.runner.run(*file, 0, path.filename().string());
    one.verdict = judge(truth, result.reading);
    for (const app::Stage stage : {app::Stage::align, app::Stage::ident}) {
        one.milliseconds += result.times.milliseconds.at(static_cast<std::size_t>(stage));
    }
    keep(one, scan, path);
    return one;
}

Case Battery::distorted(const FilledPage& page, const std::vector<std::size_t>& distortions, Case one,
                        Worker& worker)
{
    Random random = streamOf(options_.seed, Stream::scene, one.page);
    Scene scene = plainScene(page.paper.clone(), random);
    for (const std::size_t index : distortions) {
        const Distortion& distortion = allDistortions()[index];
        Random itsOwn = streamOf(options_.seed, Stream::distortion, one.page, index);
        distort(scene, distortion, {one.strength, itsOwn, deck_});
        one.done += (one.done.empty() ? "" : "+") + distortion.name;
    }
    const form::FormTemplate& form = deck_.templates()[page.form];
    const form::Page& layout = form.pages[page.page];
    return examine(std::move(one), scene, {form.id, layout.number, judgedPoints(layout), {}, false}, worker);
}

std::vector<Case> Battery::sweep(const std::vector<std::size_t>& distortions,
                                 const std::vector<double>& strengths, int pages)
{
    std::vector<Case> cases = forEachPage(pages, [&](int number, Worker& worker) {
        Random random = streamOf(options_.seed, Stream::page, number);
        const FilledPage page = deck_.filled(random);
        std::vector<Case> some;
        for (const std::size_t index : distortions) {
            for (const double strength : strengths) {
                Case one;
                one.group = allDistortions()[index].name;
                one.strength = strength;
                one.page = number;
                some.push_back(distorted(page, {index}, std::move(one), worker));
            }
        }
        return some;
    });
    return cases;
}

std::vector<Case> Battery::mixed(int pages)
{
    return forEachPage(pages, [&](int number, Worker& worker) {
        Case one;
        one.group = "mixed";
        one.page = kMixedPages + number;
        Random random = streamOf(options_.seed, Stream::page, one.page);
        Random choice = streamOf(options_.seed, Stream::choice, one.page);
        const FilledPage page = deck_.filled(random);
        return std::vector<Case>{distorted(page, drawDistortions(choice), std::move(one), worker)};
    });
}

std::vector<Case> Battery::foreign(int pages)
{
    return forEachPage(pages, [&](int number, Worker& worker) {
        const auto& kinds = foreignKinds();
        Case one;
        one.group = one.done = kinds[static_cast<std::size_t>(number) % kinds.size()];
        one.page = kForeignPages + number;
        one.mustBeRefused = true;
        Random random = streamOf(options_.seed, Stream::foreign, one.page);
        const Scene scene = foreignScene(one.group, deck_, random);
        return std::vector<Case>{examine(std::move(one), scene, {}, worker)};
    });
}

} // namespace scanstraat::battery
