// SPDX-License-Identifier: EUPL-1.2
#include "app/ShowCommand.h"

#include "app/Installation.h"
#include "app/Options.h"
#include "app/RecordSummary.h"
#include "base/Error.h"
#include "form/TemplateLoader.h"
#include "record/RecordReader.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <vector>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

po::options_description describeOptions()
{
    po::options_description options("scanstraat show ID --records DIR, or scanstraat show RECORD.json");
    options.add_options()("help,h", "show this text")("records", po::value<std::string>(),
                                                      "folder of a run, or its records/")(
        "templates", po::value<std::string>()->default_value(""), "folder of form templates, for labels");
    return options;
}

/// Names of the records in a folder, sorted.
std::vector<std::string> idsIn(const fs::path& folder)
{
    std::vector<std::string> ids;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") {
            ids.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(ids);
    return ids;
}

/// The record's file. Throws scanstraat::Error that names what is there.
fs::path recordFile(const std::string& id, const po::variables_map& values)
{
    if (fs::path(id).extension() == ".json" && fs::exists(id)) {
        return id;
    }
    if (values.count("records") == 0) {
        throw Error("show: no folder named to look for \"" + id + "\" in; add --records DIR",
                    ExitCode::usage);
    }
    fs::path folder = values["records"].as<std::string>();
    if (fs::is_directory(folder / "records")) {
        folder /= "records";
    }
    const std::vector<std::string> ids = idsIn(folder);
    if (std::ranges::find(ids, id) != ids.end()) {
        return folder / (id + ".json");
    }
    constexpr std::size_t kMostNamed = 10;
    std::string known;
    for (std::size_t i = 0; i < std::min(kMostNamed, ids.size()); ++i) {
        known += (i == 0 ? "" : ", ") + ids[i];
    }
    known += ids.size() > kMostNamed ? " and " + std::to_string(ids.size() - kMostNamed) + " more" : "";
    throw Error(folder.string() + ": holds no record \"" + id + "\"; it holds " +
                    (ids.empty() ? "none: name the folder that a run wrote" : known),
                ExitCode::noInput);
}

} // namespace

int runShowCommand(std::span<const std::string> arguments)
{
    po::options_description options = describeOptions();
    po::options_description all;
    all.add(options).add_options()("id", po::value<std::vector<std::string>>());
    const po::variables_map values = parseOptions(arguments, all, "id", -1);
    if (values.count("help") > 0) {
        std::cout << options;
        return static_cast<int>(ExitCode::success);
    }
    if (values.count("id") == 0 || values["id"].as<std::vector<std::string>>().size() != 1) {
        throw Error("show needs one application's id; see scanstraat show --help", ExitCode::usage);
    }
    const fs::path file = recordFile(values["id"].as<std::vector<std::string>>().front(), values);
    const Installation installation = findInstallation(values["templates"].as<std::string>(), {});
    std::cout << recordSummary(record::readRecord(file), form::loadTemplates(installation.templates));
    return static_cast<int>(ExitCode::success);
}

} // namespace scanstraat::app
