// SPDX-License-Identifier: EUPL-1.2
#include "app/RunCommand.h"

#include "app/Batch.h"
#include "app/FileWriter.h"
#include "app/Installation.h"
#include "app/Interruption.h"
#include "app/Options.h"
#include "app/PagePictures.h"
#include "app/ProblemLog.h"
#include "app/Progress.h"
#include "app/ReportWriter.h"
#include "app/SeparatorOption.h"
#include "app/TerminalText.h"
#include "base/Error.h"
#include "dossier/Dossier.h"
#include "dossier/Fees.h"
#include "record/CrossChecks.h"
#include "record/HoldingFile.h"
#include "record/RecordWriter.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <optional>
#include <thread>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

/// Of a program that a signal stopped, as shells count: 128 and the signal's number.
constexpr int kSignalExitCode = 128;

struct RunOptions
{
    std::vector<fs::path> inputs;
    fs::path out;
    std::optional<fs::path> debugFolder;
    int jobs = 1;
    bool json = false;
    bool pictures = true;
    bool attachments = true;
    Installation installation;
    ident::SeparatorCodes separators;
    record::Context context;
};

po::options_description describeOptions()
{
    po::options_description options("scanstraat run INPUT... --out DIR");
    options.add_options()("help,h", "show this text")("input", po::value<std::vector<std::string>>(),
                                                      "scans, or folders of scans (also without --input)")(
        "out,o", po::value<std::string>(), "folder for records/, report.html and run.json")(
        "jobs,j", po::value<int>()->default_value(0),
        "worker threads; 0: one for each core")("json", "print the summary as JSON instead of a table")(
        "debug-dir", po::value<std::string>(), "write pictures of what the stages saw to this folder")(
        "no-report", "write no report.html and no pictures")(
        "skip-attachments", "do not read the text of attachments: seconds a page less, but whose they are is "
                            "told by their place alone")("scan-date", po::value<std::string>(),
                                                         "YYYY-MM-DD, for rules about dates; default: today")(
        "separator", po::value<std::vector<std::string>>(),
        ("code of sheets behind which a new application begins: code39:TEXT, patch:1, 2, 3, 4, 6 or T, or "
         "none; may be given several times; default: " +
         separatorText({}))
            .c_str())("templates", po::value<std::string>()->default_value(""), "folder of form templates")(
        "models", po::value<std::string>()->default_value(""), "folder of models");
    return options;
}

RunOptions readOptions(const po::variables_map& values)
{
    RunOptions options;
    if (values.count("input") == 0) {
        throw Error("run: no input named; give scans or folders of scans", ExitCode::usage);
    }
    if (values.count("out") == 0) {
        throw Error("run: no output folder named; add --out DIR", ExitCode::usage);
    }
    for (const std::string& input : values["input"].as<std::vector<std::string>>()) {
        options.inputs.emplace_back(input);
    }
    options.out = outOption(values, "run");
    const int jobs = values["jobs"].as<int>();
    if (jobs < 0 || jobs > 256) {
        throw Error("run: --jobs " + std::to_string(jobs) + " is outside 0 to 256", ExitCode::usage);
    }
    options.jobs = jobs > 0 ? jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    options.json = values.count("json") > 0;
    options.pictures = values.count("no-report") == 0;
    options.attachments = values.count("skip-attachments") == 0;
    if (values.count("debug-dir") > 0) {
        options.debugFolder = values["debug-dir"].as<std::string>();
    }
    options.installation =
        findInstallation(values["templates"].as<std::string>(), values["models"].as<std::string>());
    if (values.count("separator") > 0) {
        options.separators = parseSeparators(values["separator"].as<std::vector<std::string>>());
    }
    options.context.scanDate =
        values.count("scan-date") > 0 ? parseScanDate(values["scan-date"].as<std::string>()) : today();
    return options;
}

const form::Page* layoutOf(const Equipment& equipment, const PageResult& page)
{
    return page.identified ? &equipment.templates()[page.identified->form].pages[page.identified->pageIndex]
                           : nullptr;
}

RunSummary readScans(const Equipment& equipment, const RunOptions& options, const InputList& inputs,
                     const fs::path& staging)
{
    Progress progress;
    BatchOptions batch;
    batch.workers = options.jobs;
    batch.onProgress = [&](std::size_t done, std::size_t known) { progress.show(done, known); };
    batch.onPage = [&](const PageResult& page) {
        throwIfInterrupted();
        writeRegions(page, staging);
        if (options.pictures) {
            writePagePicture(page, staging / "report");
        }
        if (options.debugFolder) {
            writeDebugPictures(page, layoutOf(equipment, page), *options.debugFolder);
        }
    };
    BatchResult result = runBatch(equipment, inputs.files, batch);
    RunSummary summary;
    summary.pagesIn = result.pages.size();
    dossier::Assembly assembly =
        dossier::assemble(std::move(result.pages), equipment.templates(), equipment.context());
    summary.records = std::move(assembly.records);
    summary.holdings = std::move(assembly.holdings);
    summary.separators = std::move(assembly.separators);
    for (reading::Record& record : summary.records) {
        record.modelVersions = result.modelVersions;
        record::checkAcrossFields(record, equipment.templates());
        dossier::noteFees(record, equipment.catalogue(), equipment.templates());
    }
    summary.failures = inputs.failures;
    std::ranges::move(result.failures, std::back_inserter(summary.failures));
    summary.ignored = inputs.ignored;
    summary.times = std::move(result.times);
    return summary;
}

/// "Nothing that was on paper is dropped": the pages of the records, those that are held and the separators
/// are those that went in.
void proveNothingLost(const RunSummary& summary)
{
    const std::size_t out = allPages(summary).size();
    if (out != summary.pagesIn) {
        throw Error("run: " + std::to_string(summary.pagesIn) + " pages went in, but " + std::to_string(out) +
                    " came out; nothing was written");
    }
}

void writeResults(RunSummary& summary, const Equipment& equipment, const RunOptions& options,
                  OutputFolder& output)
{
    for (const reading::Record& record : summary.records) {
        writeFile(output.staging() / "records" / (record.id + ".json"), record::toJson(record));
    }
    for (const reading::Holding& holding : summary.holdings) {
        writeFile(output.staging() / "holding" / (holding.id + ".json"), record::toJson(holding));
    }
    if (options.pictures) {
        writeFile(output.staging() / "report.html", reportHtml(summary, equipment.templates()));
    } else {
        fs::remove(output.staging() / "report");
    }
    std::error_code ignored;
    for (const char* folder : {"regions", "holding"}) {
        fs::remove(output.staging() / folder, ignored); // where it is empty
    }
    summary.files = output.written();
    summary.files.emplace_back("run.json");
    writeFile(output.staging() / "run.json", summaryJson(summary));
    throwIfInterrupted();
    output.commit();
}

/// Names on stderr what could not be read. True when there is nothing to name.
bool reportProblems(const RunSummary& summary)
{
    logFailures(summary.failures);
    bool complete = summary.failures.empty();
    for (const reading::PageReading* page : allPages(summary)) {
        complete = !logIfFailed(*page) && complete;
    }
    return complete;
}

int runBatchOfScans(const RunOptions& options)
{
    const Equipment equipment(options.installation.templates, options.installation.models, options.context,
                              options.separators, options.attachments);
    requireApart(options.separators, equipment.templates());
    const InputList inputs = findScans(options.inputs, options.out);
    OutputFolder output(options.out);
    if (options.debugFolder) {
        createDebugFolder(*options.debugFolder);
    }
    RunSummary summary = readScans(equipment, options, inputs, output.staging());
    proveNothingLost(summary);
    writeResults(summary, equipment, options, output);
    const bool complete = reportProblems(summary);
    std::cout << (options.json ? summaryJson(summary) : summaryTable(summary));
    return static_cast<int>(complete ? ExitCode::success : ExitCode::someInputFailed);
}

} // namespace

int runRunCommand(std::span<const std::string> arguments)
{
    const po::options_description description = describeOptions();
    const po::variables_map values = parseOptions(arguments, description, "input", -1);
    if (values.count("help") > 0) {
        std::cout << description;
        return static_cast<int>(ExitCode::success);
    }
    const RunOptions options = readOptions(values);
    noteInterruptions();
    try {
        return runBatchOfScans(options);
    } catch (const Interrupted& interrupted) {
        std::cerr << "scanstraat: run: stopped by signal " << interrupted.signal()
                  << "; nothing was written\n";
        return kSignalExitCode + interrupted.signal();
    }
}

} // namespace scanstraat::app
