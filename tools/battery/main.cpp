// SPDX-License-Identifier: EUPL-1.2
#include "Battery.h"
#include "app/Installation.h"
#include "base/Error.h"
#include "program/ToolProgram.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

namespace options = boost::program_options;
namespace battery = scanstraat::battery;
namespace fs = std::filesystem;
using battery::Case;
using battery::Row;
using scanstraat::Error;
using scanstraat::ExitCode;
using scanstraat::program::numberOf;

options::options_description description()
{
    options::options_description all("scanstraat-battery measures how registration and page identity fail by "
                                     "degrees\n\n  scanstraat-battery --out DIR [options]\n\nOptions");
    auto add = all.add_options();
    add("help,h", "show this text");
    add("list", "show the distortions and what their strengths mean");
    add("out", options::value<std::string>(), "folder for the tables; needed");
    add("pages", options::value<int>()->default_value(8),
        "pages for each distortion and strength; 0: no sweep");
    add("strengths", options::value<std::string>()->default_value("0.5,1,1.5"), "with commas between");
    add("only", options::value<std::string>()->default_value(""),
        "names of distortions, with commas between");
    add("mixed", options::value<int>()->default_value(0),
        "pages with one to three distortions at strength 1");
    add("foreign", options::value<int>()->default_value(0), "pages that are none of ours");
    add("seed", options::value<std::uint64_t>()->default_value(1), "same seed, same pages");
    add("jobs", options::value<int>()->default_value(1), "threads");
    add("keep", "keep scans that were read wrongly, or refused with two intact marks or more, in DIR/scans");
    add("keep-all", "keep every scan in DIR/scans");
    add("json", "write the rows as JSON, too");
    add("require", "exit with 1 when a page was misregistered, taken for another or read though unfit");
    add("least-read", options::value<double>()->default_value(0.0),
        "exit with 1 when less than this share (0 to 1) of the pages that have two intact marks or more at "
        "strength 1 or below was read");
    add("data", options::value<std::string>()->default_value(SCANSTRAAT_SYNTH_DATA),
        "folder with the word lists");
    return all;
}

std::vector<std::string> splitAtCommas(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; std::getline(stream, word, ',');) {
        words.push_back(word);
    }
    return words;
}

std::vector<double> strengthsOf(const std::string& text)
{
    std::vector<double> strengths;
    for (const std::string& word : splitAtCommas(text)) {
        char* end = nullptr;
        const double strength = std::strtod(word.c_str(), &end);
        if (word.empty() || *end != '\0' || !(strength >= 0.0 && strength <= 2.0)) {
            throw Error("--strengths " + text + ": must be numbers from 0 to 2 with commas between",
                        ExitCode::usage);
        }
        strengths.push_back(strength);
    }
    return strengths;
}

std::vector<std::size_t> distortionsOf(const std::string& text)
{
    std::vector<std::size_t> chosen;
    for (const std::string& name : splitAtCommas(text)) {
        chosen.push_back(battery::distortionNamed(name));
    }
    for (std::size_t i = 0; text.empty() && i < battery::allDistortions().size(); ++i) {
        chosen.push_back(i);
    }
    return chosen;
}

double shareOf(const options::variables_map& values, const std::string& option)
{
    const double share = values[option].as<double>();
    if (!(share >= 0.0 && share <= 1.0)) {
        throw Error("--" + option + ": must be from 0 to 1", ExitCode::usage);
    }
    return share;
}

void write(const fs::path& file, const std::string& text)
{
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    if (!stream.flush()) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
}

/// Tables of one run: `name`.csv, .md and perhaps .json, and a line for each case in `name`-cases.csv.
void report(const fs::path& out, const std::string& name, const std::vector<Row>& rows,
            const std::vector<Case>& cases, bool json)
{
    write(out / (name + ".csv"), battery::toCsv(rows));
    write(out / (name + ".md"), battery::toMarkdown(rows));
    write(out / (name + "-cases.csv"), battery::casesCsv(cases));
    if (json) {
        write(out / (name + ".json"), battery::toJson(rows));
    }
    std::cout << name << ":\n" << battery::toMarkdown(rows) << std::endl;
}

int measure(const options::variables_map& values)
{
    const fs::path out = values["out"].as<std::string>();
    const double leastRead = shareOf(values, "least-read");
    battery::BatteryOptions wanted;
    wanted.seed = values["seed"].as<std::uint64_t>();
    wanted.jobs = numberOf(values, "jobs", 1);
    wanted.keepAll = values.count("keep-all") != 0;
    if (wanted.keepAll || values.count("keep") != 0) {
        wanted.keepIn = out / "scans";
    }
    const auto distortions = distortionsOf(values["only"].as<std::string>());
    const auto strengths = strengthsOf(values["strengths"].as<std::string>());
    fs::create_directories(wanted.keepIn.empty() ? out : wanted.keepIn);

    const auto places = scanstraat::app::findInstallation({}, {});
    const scanstraat::app::Equipment equipment(places.templates, places.models,
                                               {std::chrono::year(2025) / 1 / 15});
    battery::PageDeck deck(equipment.templates(), values["data"].as<std::string>());
    battery::Battery all(equipment, deck, wanted);
    const bool json = values.count("json") != 0;
    int harmful = 0;
    battery::ReadShare readable;
    const auto finish = [&](const std::string& name, const std::vector<Row>& rows,
                            const std::vector<Case>& cases) {
        report(out, name, rows, cases, json);
        harmful += battery::summed("", 1.0, cases).harmful();
        readable.add(cases);
    };
    if (const int pages = numberOf(values, "pages", 0); pages > 0) {
        const auto cases = all.sweep(distortions, strengths, pages);
        finish("battery", battery::byGroup(cases), cases);
    }
    if (const int pages = numberOf(values, "mixed", 0); pages > 0) {
        const auto cases = all.mixed(pages);
        finish("mixed", battery::byMarks(cases), cases);
    }
    if (const int pages = numberOf(values, "foreign", 0); pages > 0) {
        const auto cases = all.foreign(pages);
        finish("foreign", battery::byGroup(cases), cases);
    }
    const bool harmed = values.count("require") != 0 && harmful > 0;
    return harmed || readable.share() < leastRead ? 1 : static_cast<int>(ExitCode::success);
}

int run(const options::variables_map& values)
{
    if (values.count("list") != 0) {
        for (const battery::Distortion& distortion : battery::allDistortions()) {
            std::cout << distortion.name << ": " << distortion.meaning << "\n";
        }
        return static_cast<int>(ExitCode::success);
    }
    if (values.count("out") == 0 || values["out"].as<std::string>().empty()) {
        throw Error("--out DIR is needed (see --help)", ExitCode::usage);
    }
    return measure(values);
}

} // namespace

int main(int argc, char** argv)
{
    return scanstraat::program::runTool("scanstraat-battery", description(), argc, argv, run);
}
