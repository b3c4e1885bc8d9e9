// SPDX-License-Identifier: EUPL-1.2
#include "CaseCollector.h"
#include "Report.h"
#include "app/FileWriter.h"
#include "app/Installation.h"
#include "base/Error.h"
#include "program/ToolProgram.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;
namespace lettertest = scanstraat::lettertest;
namespace options = boost::program_options;
using scanstraat::Error;
using scanstraat::ExitCode;

options::options_description description()
{
    options::options_description all(
        "scanstraat-lettertest measures how block letters are read (docs/letters.md)\n\n"
        "  scanstraat-lettertest --set DIR... --records DIR... --out DIR [--page FILE]\n\nOptions");
    auto add = all.add_options();
    add("help,h", "show this text");
    add("set", options::value<std::vector<std::string>>()->multitoken(),
        "folders with scans/ and truth/ as scanstraat-synth makes them");
    add("records", options::value<std::vector<std::string>>()->multitoken(),
        "what `scanstraat run` made of each, in the same order");
    add("out", options::value<std::string>(), "folder for charts and fields.csv");
    add("page", options::value<std::string>(),
        "Markdown page whose part behind the line <!-- figures --> is renewed; else the report goes to "
        "stdout");
    add("templates", options::value<std::string>()->default_value(""), "folder with the templates");
    add("models", options::value<std::string>()->default_value(""), "folder with the models");
    return all;
}

std::vector<std::string> foldersOf(const options::variables_map& values, const std::string& option)
{
    if (values.count(option) == 0) {
        throw Error("--" + option + " DIR is needed (see --help)", ExitCode::usage);
    }
    return values[option].as<std::vector<std::string>>();
}

std::string readPage(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(file.string() + ": cannot be read", ExitCode::usage);
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

int run(const options::variables_map& values)
{
    const std::vector<std::string> sets = foldersOf(values, "set");
    const std::vector<std::string> records = foldersOf(values, "records");
    if (sets.size() != records.size() || values.count("out") == 0) {
        throw Error("--out DIR and as many --records as --set are needed (see --help)", ExitCode::usage);
    }
    const fs::path out = values["out"].as<std::string>();
    const auto places = scanstraat::app::findInstallation(values["templates"].as<std::string>(),
                                                          values["models"].as<std::string>());
    lettertest::CaseCollector collector(places.templates, places.models);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        collector.add(sets[i], records[i]);
    }
    fs::create_directories(out);
    lettertest::drawCharts(collector.cases(), out);
    scanstraat::app::writeFile(out / "fields.csv", lettertest::toCsv(collector.cases()));
    if (values.count("page") == 0) {
        std::cout << lettertest::toMarkdown(collector.cases(), out.string());
        return static_cast<int>(ExitCode::success);
    }
    const fs::path page = values["page"].as<std::string>();
    const fs::path pictures = fs::proximate(out, fs::absolute(page).parent_path());
    scanstraat::app::writeFile(
        page, lettertest::withFigures(readPage(page),
                                      lettertest::toMarkdown(collector.cases(), pictures.string())));
    return static_cast<int>(ExitCode::success);
}

} // namespace

int main(int argc, char** argv)
{
    return scanstraat::program::runTool("scanstraat-lettertest", description(), argc, argv, run);
}
