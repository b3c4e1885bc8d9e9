// SPDX-License-Identifier: EUPL-1.2
#include "app/FileWriter.h"

#include "app/EarlierRun.h"
#include "base/Error.h"

#include <csignal>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <utility>
#include <vector>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStagingPrefix = ".run-";

[[noreturn]] void cannotWrite(const fs::path& path, const std::string& reason)
{
    throw Error(path.string() + ": cannot be written (" + reason + "); check rights and free space",
                ExitCode::output);
}

void createFolder(const fs::path& folder)
{
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) {
        cannotWrite(folder, problem.message());
    }
    if (!fs::is_directory(folder, problem)) {
        cannotWrite(folder, problem ? problem.message() : "it is not a folder");
    }
}

/// The folder, made where needed: it must be there to be locked.
fs::path prepared(fs::path folder)
{
    createFolder(folder);
    return folder;
}

/// True for a working folder of a run that does not run any more.
bool isLeftOver(const std::string& name)
{
    pid_t process = 0;
    if (!name.starts_with(kStagingPrefix)) {
        return false;
    }
    const char* end = name.data() + name.size();
    const auto [rest, problem] = std::from_chars(name.data() + kStagingPrefix.size(), end, process);
    return problem == std::errc() && rest == end && process > 0 && kill(process, 0) == -1 && errno == ESRCH;
}

void removeLeftOvers(const fs::path& folder)
{
    std::error_code problem;
    std::vector<fs::path> leftOvers;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
        if (isLeftOver(entry.path().filename().string())) {
            leftOvers.push_back(entry.path());
        }
    }
    for (const fs::path& path : leftOvers) {
        fs::remove_all(path, problem);
    }
}

/// Into a device or pipe, whose name no file may take.
void writeStraight(const fs::path& path, const std::string& content)
{
    std::ofstream stream(path, std::ios::binary);
    stream << content;
    stream.close();
    if (!stream) {
        cannotWrite(path, std::strerror(errno));
    }
}

} // namespace

bool isResultName(const std::string& name)
{
    return name.starts_with(kStagingPrefix) || std::ranges::find(kResultNames, name) != kResultNames.end();
}

void writeFile(const fs::path& path, const std::string& content)
{
    std::error_code unknown;
    const fs::file_status status = fs::status(path, unknown);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        writeStraight(path, content);
        return;
    }
    fs::path partial = path;
    partial += ".partial";
    {
        std::ofstream stream(partial, std::ios::binary | std::ios::trunc);
        stream << content;
        stream.flush();
        if (!stream) {
            const std::string reason = std::strerror(errno);
            std::error_code ignored;
            fs::remove(partial, ignored);
            cannotWrite(path, reason);
        }
    }
    std::error_code problem;
    fs::rename(partial, path, problem);
    if (problem) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        cannotWrite(path, problem.message());
    }
}

OutputFolder::OutputFolder(fs::path folder)
    : folder_(prepared(std::move(folder))), lock_(folder_),
      staging_(folder_ / (std::string(kStagingPrefix) + std::to_string(getpid())))
{
    refuseForeignFiles(folder_);
    removeLeftOvers(folder_);
    createFolder(staging_);
    createFolder(staging_ / "records");
    createFolder(staging_ / "holding");
    createFolder(staging_ / "regions");
    createFolder(staging_ / "report");
    writeFile(staging_ / "probe", "scanstraat\n");
    fs::remove(staging_ / "probe");
}

std::vector<std::string> OutputFolder::written() const
{
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(staging_)) {
        if (entry.is_regular_file()) {
            names.push_back(entry.path().lexically_relative(staging_).generic_string());
        }
    }
    std::ranges::sort(names);
    return names;
}

OutputFolder::~OutputFolder()
{
    std::error_code ignored;
    fs::remove_all(staging_, ignored);
}

void OutputFolder::commit()
{
    refuseForeignFiles(folder_); // again: the run took its time
    const fs::path earlier = staging_ / "earlier";
    std::vector<std::pair<fs::path, fs::path>> moves;
    const auto moveAll = [&](const fs::path& from, const fs::path& to) {
        for (const std::string_view name : kResultNames) {
            if (fs::exists(from / name)) {
                fs::rename(from / name, to / name);
                moves.emplace_back(from / name, to / name);
            }
        }
    };
    try {
        fs::create_directory(earlier);
        moveAll(folder_, earlier);
        moveAll(staging_, folder_);
    } catch (const fs::filesystem_error& error) {
        std::error_code ignored;
        for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
            fs::rename(move->second, move->first, ignored);
        }
        cannotWrite(folder_, error.code().message());
    }
}

} // namespace scanstraat::app
