// SPDX-License-Identifier: EUPL-1.2
#include "LabelledCuts.h"
#include "MarkTest.h"
#include "Report.h"
#include "app/Installation.h"
#include "base/Error.h"
#include "program/ToolProgram.h"

#include <fstream>
#include <iostream>
#include <vector>

namespace {

namespace options = boost::program_options;
namespace marktest = scanstraat::marktest;
namespace fs = std::filesystem;
using scanstraat::Error;
using scanstraat::ExitCode;
using scanstraat::program::numberOf;

options::options_description description()
{
    options::options_description all("scanstraat-marktest measures how marks in checkboxes are read\n\n"
                                     "  scanstraat-marktest --out DIR [options]\n\nOptions");
    auto add = all.add_options();
    add("help,h", "show this text");
    add("out", options::value<std::string>(), "folder for boxes.csv and pictures; needed");
    add("set", options::value<std::string>()->default_value("both"),
        "ordinary, mixed (a group in five hard), hard, or both: ordinary and hard");
    add("boxes", options::value<int>()->default_value(4000), "boxes of each set");
    add("seed", options::value<std::uint64_t>()->default_value(1), "same seed, same pages");
    add("scan", options::value<std::string>(),
        "bitonal200, grey300, colour300 or mixed; else the first three in turn");
    add("pen", options::value<std::string>()->default_value("mixed"),
        "pencil, blue, black, felt, or mixed as people have them");
    add("difficulty", options::value<std::string>()->default_value("default"),
        "of scans of the ordinary set: easy, default or hard; those of the hard set are hard");
    add("keep", "keep the scans of refused pages in DIR");
    add("cuts", options::value<std::string>(),
        "read the cuts of real boxes in this folder (labels.csv: file,state) instead of drawing any");
    add("models", options::value<std::string>()->default_value(""), "folder with the models");
    return all;
}

scanstraat::synth::Difficulty difficultyOf(const std::string& name)
{
    using scanstraat::synth::Difficulty;
    if (name == "easy") {
        return Difficulty::easy;
    }
    if (name == "hard") {
        return Difficulty::hard;
    }
    if (name != "default") {
        throw Error("--difficulty " + name + ": must be easy, default or hard", ExitCode::usage);
    }
    return Difficulty::normal;
}

std::vector<marktest::Set> setsNamed(const std::string& name)
{
    using marktest::Set;
    if (name == "both") {
        return {Set::ordinary, Set::hard};
    }
    for (const Set set : marktest::kSets) {
        if (toString(set) == name) {
            return {set};
        }
    }
    throw Error("--set " + name + ": must be ordinary, mixed, hard or both", ExitCode::usage);
}

void write(const fs::path& file, const std::string& text)
{
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    if (!stream.flush()) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
}

marktest::TestOptions testOptions(const options::variables_map& values)
{
    marktest::TestOptions wanted;
    wanted.seed = values["seed"].as<std::uint64_t>();
    wanted.pen = marktest::penChoiceFrom(values["pen"].as<std::string>());
    wanted.difficulty = difficultyOf(values["difficulty"].as<std::string>());
    if (values.count("scan") != 0) {
        wanted.scan = marktest::scanKindFrom(values["scan"].as<std::string>());
    }
    return wanted;
}

int readCuts(const options::variables_map& values)
{
    const auto places = scanstraat::app::findInstallation({}, values["models"].as<std::string>());
    std::cout << marktest::toMarkdown(
        marktest::readLabelledCuts(values["cuts"].as<std::string>(), places.models));
    return static_cast<int>(ExitCode::success);
}

int run(const options::variables_map& values)
{
    if (values.count("cuts") != 0) {
        return readCuts(values);
    }
    if (values.count("out") == 0 || values["out"].as<std::string>().empty()) {
        throw Error("--out DIR is needed (see --help)", ExitCode::usage);
    }
    const fs::path out = values["out"].as<std::string>();
    const std::vector<marktest::Set> sets = setsNamed(values["set"].as<std::string>());
    const auto boxes = static_cast<std::size_t>(numberOf(values, "boxes", 1));
    marktest::TestOptions wanted = testOptions(values);
    wanted.keepIn = values.count("keep") != 0 ? out : fs::path();
    fs::create_directories(out);
    const auto places = scanstraat::app::findInstallation({}, values["models"].as<std::string>());
    marktest::MarkTest test(places.models, wanted);
    for (const marktest::Set set : sets) {
        test.run(set, boxes);
    }
    write(out / "boxes.csv", marktest::toCsv(test.cases().boxes));
    test.gallery().write(out);
    marktest::drawCharts(test.cases(), out);
    std::cout << marktest::toMarkdown(test.cases());
    return static_cast<int>(ExitCode::success);
}

} // namespace

int main(int argc, char** argv)
{
    return scanstraat::program::runTool("scanstraat-marktest", description(), argc, argv, run);
}
