// SPDX-License-Identifier: EUPL-1.2
// The unit is measured beside the work: each page's grey picture is brought to 300 dpi, packed as a JPEG
// and decoded again, right after the page was read. Medians, so that a disturbance does not count.
#include "app/BenchCommand.h"

#include "app/Batch.h"
#include "app/Installation.h"
#include "app/Options.h"
#include "base/Error.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace scanstraat::app {

namespace {

namespace po = boost::program_options;

constexpr double kUnitDpi = 300.0;
constexpr int kUnitQuality = 85;

/// CPU milliseconds to decode the page's own grey JPEG at 300 dpi: the fastest of three.
double measureDecode(const cv::Mat& grey, double dpi)
{
    cv::Mat page;
    cv::resize(grey, page, {}, kUnitDpi / dpi, kUnitDpi / dpi, cv::INTER_AREA);
    std::vector<uchar> jpeg;
    cv::imencode(".jpg", page, jpeg, {cv::IMWRITE_JPEG_QUALITY, kUnitQuality});
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const double start = threadMilliseconds();
        const cv::Mat decoded = cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
        best = std::min(best, threadMilliseconds() - start);
    }
    return best;
}

struct Measured
{
    bool form = false;
    std::size_t fields = 0;
    StageTimes times;
    double decode = 0.0;
};

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0.0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

struct GroupResult
{
    std::string name;
    std::size_t pages = 0;
    std::array<double, kStages> stages{};
    double total = 0.0;
    double decode = 0.0;
    double decodes = 0.0;
};

GroupResult summarise(const std::string& name, const std::vector<Measured>& pages)
{
    GroupResult group;
    group.name = name;
    group.pages = pages.size();
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        std::vector<double> times;
        std::ranges::transform(pages, std::back_inserter(times),
                               [&](const Measured& page) { return page.times.milliseconds.at(stage); });
        group.stages.at(stage) = median(times);
    }
    std::vector<double> totals;
    std::vector<double> decodes;
    std::vector<double> ratios;
    for (const Measured& page : pages) {
        totals.push_back(page.times.total());
        decodes.push_back(page.decode);
        ratios.push_back(page.times.total() / page.decode);
    }
    group.total = median(totals);
    group.decode = median(decodes);
    group.decodes = median(ratios);
    return group;
}

void print(const GroupResult& group)
{
    std::printf("%s: %zu pages, median CPU milliseconds a page\n", group.name.c_str(), group.pages);
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        std::printf("  %-8s %8.2f\n", std::string(kStageNames.at(stage)).c_str(), group.stages.at(stage));
    }
    std::printf("  %-8s %8.2f\n  one decode %6.2f\n  page cost  %6.2f decodes\n", "total", group.total,
                group.decode, group.decodes);
}

nlohmann::ordered_json toJson(const GroupResult& group)
{
    nlohmann::ordered_json stages;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        stages[std::string(kStageNames.at(stage))] = group.stages.at(stage);
    }
    return {{"pages", group.pages},
            {"stageMs", stages},
            {"totalMs", group.total},
            {"decodeMs", group.decode},
            {"pageCostDecodes", group.decodes}};
}

std::vector<Measured> measure(const Equipment& equipment, const std::vector<InputFile>& files)
{
    std::vector<Measured> pages;
    BatchOptions options;
    options.workers = 1;
    options.onPage = [&](const PageResult& page) {
        if (page.reading.pageClass != reading::PageClass::failed) {
            pages.push_back({page.identified != nullptr, page.reading.fields.size(), page.times,
                             measureDecode(page.image.grey, page.image.dpi.value)});
        }
    };
    const BatchResult result = runBatch(equipment, files, options);
    for (const FileFailure& failure : result.failures) {
        std::cerr << "scanstraat: " << failure.name << ": " << failure.problem.message << '\n';
    }
    return pages;
}

} // namespace

int runBenchCommand(std::span<const std::string> arguments)
{
    po::options_description description("scanstraat bench INPUT...");
    description.add_options()("help,h", "show this text")(
        "input", po::value<std::vector<std::string>>(), "scans, or folders of scans (also without --input)")(
        "json", "print JSON")("templates", po::value<std::string>()->default_value(""),
                              "folder of form templates")(
        "models", po::value<std::string>()->default_value(""), "folder of models");
    const po::variables_map values = parseOptions(arguments, description, "input", -1);
    if (values.count("help") > 0) {
        std::cout << description;
        return static_cast<int>(ExitCode::success);
    }
    if (values.count("input") == 0) {
        throw Error("bench: no input named; give scans or folders of scans", ExitCode::usage);
    }
    std::vector<std::filesystem::path> inputs;
    for (const std::string& input : values["input"].as<std::vector<std::string>>()) {
        inputs.emplace_back(input);
    }
    const Installation installation =
        findInstallation(values["templates"].as<std::string>(), values["models"].as<std::string>());
    const Equipment equipment(installation.templates, installation.models, record::Context{today()});
    std::vector<Measured> pages = measure(equipment, findInputs(inputs).files);
    std::vector<Measured> filled;
    std::vector<Measured> others;
    for (const Measured& page : pages) {
        (page.form && page.fields > 0 ? filled : others).push_back(page);
    }
    const GroupResult forms = summarise("pages with fields", filled);
    const GroupResult rest = summarise("pages without fields", others);
    if (values.count("json") > 0) {
        std::cout
            << nlohmann::ordered_json{{"withFields", toJson(forms)}, {"withoutFields", toJson(rest)}}.dump(2)
            << '\n';
    } else {
        print(forms);
        print(rest);
    }
    return static_cast<int>(ExitCode::success);
}

} // namespace scanstraat::app
