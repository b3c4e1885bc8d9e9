// SPDX-License-Identifier: EUPL-1.2
#include "DrawnPages.h"
#include "Table.h"
#include "app/Installation.h"
#include "base/Error.h"
#include "evaluate/Truth.h"
#include "program/ToolProgram.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>

namespace {

namespace fs = std::filesystem;
namespace options = boost::program_options;
namespace barcodes = scanstraat::barcodes;
using barcodes::Case;
using scanstraat::Error;
using scanstraat::ExitCode;

options::options_description description()
{
    options::options_description all(
        "scanstraat-barcodes: reads the barcodes of form pages with Scanstraat, ZXing and zbar "
        "(docs/barcodes.md)\n"
        "  scanstraat-barcodes --scans DIR --truth DIR\n"
        "  scanstraat-barcodes --draw DIR [--pages N] [--mixed N] [--strength S]\n\nOptions");
    all.add_options()("help,h", "show this text")("scans", options::value<std::string>(), "folder of scans")(
        "truth", options::value<std::string>(), "folder of their truth files (docs/truth.md)")(
        "draw", options::value<std::string>(), "folder to draw distorted pages into")(
        "pages", options::value<int>()->default_value(4), "pages for each distortion")(
        "mixed", options::value<int>()->default_value(60), "pages with one to three distortions")(
        "strength", options::value<double>()->default_value(1.0), "of the distortions, 0 to 2")(
        "seed", options::value<std::uint64_t>()->default_value(1),
        "same seed, same pages")("json", options::value<std::string>(), "file for figures and pages as JSON")(
        "require", "exit with 1 when another one read more pages, or ours read one wrongly");
    return all;
}

/// Every page of the truth that is a form page with a barcode in its template.
std::vector<Case> readScans(const scanstraat::app::Equipment& equipment, const fs::path& scans,
                            const fs::path& truth)
{
    barcodes::Trial trial(equipment);
    std::vector<Case> cases;
    for (const auto& application : scanstraat::evaluate::loadTruth(truth)) {
        for (const auto& page : application.pages) {
            const auto form =
                std::ranges::find(equipment.templates(), page.form, &scanstraat::form::FormTemplate::id);
            if (page.form.empty() || form == equipment.templates().end()) {
                continue;
            }
            const auto index = scanstraat::form::pageIndex(*form, page.number);
            if (index && form->pages[*index].barcode) {
                cases.push_back(trial.run(scans / page.file, page.page - 1, form->pages[*index], form->id));
            }
        }
    }
    return cases;
}

struct DrawOptions
{
    fs::path folder;
    int pages = 4;
    int mixed = 60;
    double strength = 1.0;
    std::uint64_t seed = 1;
};

std::vector<Case> readDrawn(const scanstraat::app::Equipment& equipment, const DrawOptions& wanted)
{
    fs::create_directories(wanted.folder);
    scanstraat::battery::PageDeck deck(equipment.templates(), SCANSTRAAT_SYNTH_DATA);
    barcodes::PageDrawer drawer(deck, wanted.folder, wanted.seed);
    barcodes::Trial trial(equipment);
    std::vector<Case> cases;
    const auto read = [&](const barcodes::DrawnPage& drawn, const std::string& group) {
        const auto& form = equipment.templates()[drawn.form];
        cases.push_back(trial.run(drawn.file, 0, form.pages[drawn.page], form.id));
        cases.back().group = group;
    };
    for (std::size_t i = 0; i < barcodes::barcodeDistortions().size(); ++i) {
        for (int page = 0; page < wanted.pages; ++page) {
            read(drawer.single(page, i, wanted.strength), barcodes::barcodeDistortions()[i].name);
        }
    }
    for (int page = 0; page < wanted.mixed; ++page) {
        read(drawer.mixed(page, wanted.strength), "mixed");
    }
    return cases;
}

int report(const std::vector<Case>& cases, const options::variables_map& values)
{
    if (cases.empty()) {
        throw Error("there is no page with a barcode", ExitCode::noInput);
    }
    std::cout << barcodes::table(cases) << "\nread by another one only:\n" << barcodes::behind(cases);
    if (values.count("json") > 0) {
        const std::string file = values["json"].as<std::string>();
        std::ofstream stream(file, std::ios::binary);
        stream << barcodes::json(cases);
        if (!stream.flush()) {
            throw Error(file + ": cannot be written", ExitCode::output);
        }
    }
    const barcodes::Row ours = barcodes::rowOf(cases, barcodes::Reader::ours);
    const bool behind = ours.right < barcodes::rowOf(cases, barcodes::Reader::zxing).right ||
                        ours.right < barcodes::rowOf(cases, barcodes::Reader::zbar).right;
    return values.count("require") > 0 && (behind || ours.wrong > 0) ? 1 : 0;
}

DrawOptions drawOptions(const options::variables_map& values)
{
    DrawOptions wanted{values["draw"].as<std::string>(), values["pages"].as<int>(), values["mixed"].as<int>(),
                       values["strength"].as<double>(), values["seed"].as<std::uint64_t>()};
    if (wanted.pages < 0 || wanted.mixed < 0 || !(wanted.strength >= 0.0 && wanted.strength <= 2.0)) {
        throw Error("--pages and --mixed count from 0, --strength goes from 0 to 2", ExitCode::usage);
    }
    return wanted;
}

int run(const options::variables_map& values)
{
    const bool drawn = values.count("draw") > 0;
    if (!drawn && (values.count("scans") == 0 || values.count("truth") == 0)) {
        throw Error("--scans DIR and --truth DIR, or --draw DIR, are needed (see --help)", ExitCode::usage);
    }
    const auto places = scanstraat::app::findInstallation({}, {});
    const scanstraat::app::Equipment equipment(places.templates, places.models,
                                               {std::chrono::year(2025) / 1 / 15});
    return report(
        drawn ? readDrawn(equipment, drawOptions(values))
              : readScans(equipment, values["scans"].as<std::string>(), values["truth"].as<std::string>()),
        values);
}

} // namespace

int main(int argc, char** argv)
{
    return scanstraat::program::runTool("scanstraat-barcodes", description(), argc, argv, run);
}
