// SPDX-License-Identifier: EUPL-1.2
// What is ours goes by name: run.json lists what the run wrote, and everything beside it is somebody
// else's. A file of ours whose content was changed since is still taken for ours.
#include "app/EarlierRun.h"

#include "app/FileWriter.h"
#include "base/Error.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::set<std::string> namesIn(const Json& list)
{
    std::set<std::string> names;
    for (const Json& name : list) {
        if (name.is_string()) {
            names.insert(name.get<std::string>());
        }
    }
    return names;
}

[[noreturn]] void refuse(const fs::path& path, const std::string& reason)
{
    throw Error(path.string() + ": " + reason + "; name another output folder, or move it away",
                ExitCode::output);
}

[[noreturn]] void refuseForeign(const fs::path& path)
{
    refuse(path, "no run wrote this, and a run would replace it");
}

/// Everything at and below `path` but plain folders must be a file in `ours`.
void checkBelow(const fs::path& path, const fs::path& folder, const std::set<std::string>& ours)
{
    std::error_code problem;
    const fs::file_type type = fs::symlink_status(path, problem).type();
    if (type == fs::file_type::not_found) {
        return;
    }
    if (type != fs::file_type::directory) {
        if (type != fs::file_type::regular ||
            !ours.contains(path.lexically_relative(folder).generic_string())) {
            refuseForeign(path);
        }
        return;
    }
    fs::directory_iterator entry(path, problem);
    for (; !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        checkBelow(entry->path(), folder, ours);
    }
    if (problem) {
        refuse(path, "cannot be searched (" + problem.message() + ")");
    }
}

void refuseFolder(const fs::path& path)
{
    std::error_code problem;
    if (fs::is_directory(fs::symlink_status(path, problem))) {
        refuseForeign(path);
    }
}

} // namespace

std::optional<std::set<std::string>> filesOfRun(const fs::path& folder)
{
    std::error_code problem;
    const fs::path file = folder / "run.json";
    if (!fs::is_regular_file(fs::symlink_status(file, problem))) {
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    const Json run = Json::parse(stream, nullptr, false);
    if (!run.is_object() || !run.contains("schema") || run["schema"] != kRunSchema) {
        return std::nullopt;
    }
    return run.contains("files") ? namesIn(run["files"]) : std::set<std::string>{"run.json"};
}

void refuseForeignFiles(const fs::path& folder)
{
    const std::set<std::string> ours = filesOfRun(folder).value_or(std::set<std::string>{});
    refuseFolder(folder / "report.html");
    refuseFolder(folder / "run.json");
    for (const std::string_view name : kResultNames) {
        checkBelow(folder / name, folder, ours);
    }
}

} // namespace scanstraat::app
