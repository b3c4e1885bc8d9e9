// SPDX-License-Identifier: EUPL-1.2
#include "app/BenchCommand.h"

#include "app/Batch.h"
#include "app/Installation.h"
#include "app/Options.h"
#include "app/PageCost.h"
#include "app/ProblemLog.h"
#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace scanstraat::app {

namespace {

namespace po = boost::program_options;

constexpr auto kReplaceNoText = nlohmann::ordered_json::error_handler_t::replace; // in names of files

void print(const CostGroup& group)
{
    std::printf("%s: %zu pages, %.0f characters; median CPU milliseconds a page\n", group.name.c_str(),
                group.pages, group.characters);
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        std::printf("  %-8s %8.2f\n", std::string(kStageNames.at(stage)).c_str(), group.stageMs.at(stage));
    }
    std::printf("  %-8s %8.2f\n  one decode %6.2f\n  page cost  %6.2f decodes (nine of ten: %.2f)\n", "total",
                group.totalMs, group.decodeMs, group.decodes, group.slowDecodes);
}

nlohmann::ordered_json toJson(const std::array<double, kStages>& stageMs)
{
    nlohmann::ordered_json stages;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
        stages[std::string(kStageNames.at(stage))] = stageMs.at(stage);
    }
    return stages;
}

nlohmann::ordered_json toJson(const std::vector<CostGroup>& groups, const std::vector<PageCost>& pages)
{
    nlohmann::ordered_json result{{"groups", nlohmann::ordered_json::array()},
                                  {"pages", nlohmann::ordered_json::array()}};
    for (const CostGroup& group : groups) {
        result["groups"].push_back({{"name", group.name},
                                    {"pages", group.pages},
                                    {"characters", group.characters},
                                    {"stageMs", toJson(group.stageMs)},
                                    {"totalMs", group.totalMs},
                                    {"decodeMs", group.decodeMs},
                                    {"pageCostDecodes", group.decodes},
                                    {"pageCostDecodes90", group.slowDecodes}});
    }
    for (const PageCost& page : pages) {
        result["pages"].push_back({{"file", page.file},
                                   {"page", page.page},
                                   {"fields", page.fields},
                                   {"characters", page.characters},
                                   {"boxes", page.boxes},
                                   {"stageMs", toJson(page.times.milliseconds)},
                                   {"decodeMs", page.decodeMs},
                                   {"pageCostDecodes", page.decodes()}});
    }
    return result;
}

struct Bench
{
    std::vector<PageCost> pages;
    bool complete = true; ///< every file and page could be read
};

Bench measure(const Equipment& equipment, const InputList& inputs)
{
    Bench bench;
    BatchOptions options;
    options.workers = 1;
    options.onPage = [&](const PageResult& page) {
        if (page.reading.pageClass != reading::PageClass::failed) {
            bench.pages.push_back(measureCost(page));
        }
    };
    const BatchResult result = runBatch(equipment, inputs.files, options);
    logFailures(inputs.failures);
    logFailures(result.failures);
    bench.complete = inputs.failures.empty() && result.failures.empty();
    for (const reading::PageReading& page : result.pages) {
        bench.complete = !logIfFailed(page) && bench.complete;
    }
    return bench;
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
    const Bench bench = measure(equipment, findScans(inputs));
    const std::vector<CostGroup> groups = groupCosts(bench.pages);
    if (values.count("json") > 0) {
        std::cout << toJson(groups, bench.pages).dump(2, ' ', false, kReplaceNoText) << '\n';
    } else {
        std::ranges::for_each(groups, print);
    }
    return static_cast<int>(bench.complete ? ExitCode::success : ExitCode::someInputFailed);
}

} // namespace scanstraat::app
