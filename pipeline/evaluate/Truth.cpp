// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Truth.h"

#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace scanstraat::evaluate {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::string nameOf(const json& one)
{
    return fs::path(one.at("file").get<std::string>()).filename().string();
}

TruthPage pageOf(const json& one)
{
    TruthPage page;
    page.file = nameOf(one);
    page.page = one.at("page").get<int>();
    page.pageClass = one.at("class").get<std::string>();
    page.form = one.value("form", "");
    page.number = one.value("number", 0);
    page.kind = one.value("kind", "");
    page.question = one.value("question", "");
    if (one.contains("mmToPixel") && !one.at("mmToPixel").is_null()) {
        page.mmToPixel = one.at("mmToPixel").get<std::array<double, 6>>();
    }
    return page;
}

TruthField fieldOf(const json& one)
{
    TruthField field;
    field.kind = one.at("kind").get<std::string>();
    field.file = nameOf(one);
    field.page = one.at("page").get<int>();
    field.written = one.value("written", "");
    field.value = one.at("value").get<std::string>();
    field.valid = one.value("valid", true);
    if (one.contains("boxes")) {
        field.boxes = one.at("boxes").get<std::map<std::string, std::string>>();
    }
    return field;
}

Truth truthOf(const json& document)
{
    if (document.at("schema").get<std::string>() != "scanstraat/truth/1") {
        throw Error("the schema is not scanstraat/truth/1", ExitCode::usage);
    }
    Truth truth;
    truth.application = document.at("application").get<std::string>();
    const std::string writer = document.value(json::json_pointer("/style/writer"), "");
    truth.pen = writer.starts_with("typed:") ? "typed" : document.value(json::json_pointer("/style/pen"), "");
    if (document.contains("envelope")) {
        const json& envelope = document.at("envelope");
        truth.envelope = envelope.at("name").get<std::string>();
        truth.kind = envelope.at("kind").get<std::string>();
        truth.isStray = envelope.at("stray").get<bool>();
        for (const json& defect : document.at("defects")) {
            truth.defects.push_back({defect.at("kind").get<std::string>(),
                                     defect.at("form").get<std::string>(), defect.value("number", 0)});
        }
    }
    for (const json& page : document.at("pages")) {
        truth.pages.push_back(pageOf(page));
    }
    for (const auto& [id, field] : document.at("fields").items()) {
        truth.fields[id] = fieldOf(field);
    }
    return truth;
}

Truth readTruth(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw Error(file.string() + ": cannot be read", ExitCode::usage);
    }
    try {
        return truthOf(json::parse(in));
    } catch (const json::exception& e) {
        throw Error(file.string() + ": not a truth file: " + e.what(), ExitCode::usage);
    } catch (const Error& e) {
        throw Error(file.string() + ": " + e.what(), ExitCode::usage);
    }
}

} // namespace

std::vector<fs::path> jsonFiles(const fs::path& folder, const std::string& inner)
{
    std::error_code failure;
    const fs::path place = fs::is_directory(folder / inner, failure) ? folder / inner : folder;
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(place, failure)) {
        if (entry.is_regular_file() && entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    if (failure) {
        throw Error(place.string() + ": cannot be read: " + failure.message(), ExitCode::noInput);
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Truth> loadTruth(const fs::path& folder)
{
    std::vector<Truth> result;
    for (const fs::path& file : jsonFiles(folder, "truth")) {
        result.push_back(readTruth(file));
    }
    if (result.empty()) {
        throw Error(folder.string() + ": no truth files (*.json) here", ExitCode::noInput);
    }
    return result;
}

} // namespace scanstraat::evaluate
