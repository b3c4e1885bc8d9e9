// SPDX-License-Identifier: EUPL-1.2
#include "app/Installation.h"

#include "base/Error.h"

#include <cstdlib>
#include <vector>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> homes()
{
    std::vector<fs::path> result;
    if (const char* home = std::getenv("SCANSTRAAT_HOME")) {
        result.emplace_back(home);
    }
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) {
        const fs::path folder = program.parent_path();
        result.push_back(folder.parent_path().parent_path().parent_path());
        result.push_back(folder.parent_path() / "share" / "scanstraat");
    }
    return result;
}

fs::path findFolder(const fs::path& named, const std::string& name)
{
    std::error_code problem;
    if (!named.empty()) {
        if (!fs::is_directory(named, problem)) {
            throw Error(named.string() + ": no such folder of " + name +
                            (problem ? " (" + problem.message() + ")" : ""),
                        ExitCode::installation);
        }
        return named;
    }
    std::string searched;
    for (const fs::path& home : homes()) {
        if (fs::is_directory(home / name, problem)) {
            return home / name;
        }
        searched += (searched.empty() ? "" : ", ") + (home / name).string();
    }
    throw Error("no folder of " + name + " found (searched: " + searched + "); set SCANSTRAAT_HOME or --" +
                    name,
                ExitCode::installation);
}

} // namespace

Installation findInstallation(const fs::path& templates, const fs::path& models)
{
    return {findFolder(templates, "templates"), findFolder(models, "models")};
}

fs::path templatesFolder()
{
    return findFolder({}, "templates");
}

} // namespace scanstraat::app
