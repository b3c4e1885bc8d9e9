// SPDX-License-Identifier: EUPL-1.2
#include "app/ExportCommand.h"

#include "app/FileWriter.h"
#include "app/Installation.h"
#include "app/Options.h"
#include "base/Error.h"
#include "delivery/CsvTables.h"
#include "evaluate/Evaluator.h"
#include "form/TemplateLoader.h"
#include "record/RecordWriter.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

po::options_description describeOptions()
{
    po::options_description options("scanstraat export DIR [--format jsonl|csv] [--out FILE|FOLDER]");
    options.add_options()("help,h", "show this text")("format",
                                                      po::value<std::string>()->default_value("jsonl"),
                                                      "jsonl: a record a line; csv: a table for each form")(
        "out,o", po::value<std::string>(), "jsonl: file, else standard output; csv: folder, needed")(
        "templates", po::value<std::string>()->default_value(""), "csv: folder of form templates");
    return options;
}

std::string jsonLines(const std::vector<reading::Record>& records)
{
    std::string lines;
    for (const reading::Record& record : records) {
        lines += nlohmann::ordered_json::parse(record::toJson(record)).dump() + "\n";
    }
    return lines;
}

void exportJsonLines(const std::vector<reading::Record>& records, const po::variables_map& values)
{
    if (values.count("out") == 0) {
        std::cout << jsonLines(records);
        return;
    }
    writeFile(outOption(values, "export"), jsonLines(records));
}

void exportCsv(const std::vector<reading::Record>& records, const po::variables_map& values)
{
    if (values.count("out") == 0) {
        throw Error("export: CSV is a file for each form; name a folder with --out", ExitCode::usage);
    }
    const fs::path folder = outOption(values, "export");
    const Installation installation = findInstallation(values["templates"].as<std::string>(), {});
    const auto tables = delivery::csvTables(records, form::loadTemplates(installation.templates));
    std::error_code error;
    fs::create_directories(folder, error);
    for (const auto& [form, table] : tables) {
        writeFile(folder / (form + ".csv"), table);
        std::cout << (folder / (form + ".csv")).string() << '\n';
    }
}

} // namespace

int runExportCommand(std::span<const std::string> arguments)
{
    const po::options_description options = describeOptions();
    po::options_description all;
    all.add(options).add_options()("records", po::value<std::vector<std::string>>());
    const po::variables_map values = parseOptions(arguments, all, "records", -1);
    if (values.count("help") > 0) {
        std::cout << options;
        return static_cast<int>(ExitCode::success);
    }
    if (values.count("records") == 0 || values["records"].as<std::vector<std::string>>().size() != 1) {
        throw Error("export needs the folder of one run; see scanstraat export --help", ExitCode::usage);
    }
    const std::string format = values["format"].as<std::string>();
    if (format != "jsonl" && format != "csv") {
        throw Error("export: --format " + format + " is neither jsonl nor csv", ExitCode::usage);
    }
    const auto records = evaluate::loadRecords(values["records"].as<std::vector<std::string>>().front());
    format == "csv" ? exportCsv(records, values) : exportJsonLines(records, values);
    return static_cast<int>(ExitCode::success);
}

} // namespace scanstraat::app
