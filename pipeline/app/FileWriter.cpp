// SPDX-License-Identifier: EUPL-1.2
#include "app/FileWriter.h"

#include "base/Error.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace scanstraat::app {

namespace {

namespace fs = std::filesystem;

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
    if (!fs::is_directory(folder)) {
        cannotWrite(folder, "it is not a folder");
    }
}

} // namespace

void writeFile(const fs::path& path, const std::string& content)
{
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
    : folder_(std::move(folder)), staging_(folder_ / (".run-" + std::to_string(getpid())))
{
    createFolder(folder_);
    createFolder(staging_);
    createFolder(staging_ / "records");
    createFolder(staging_ / "report");
    writeFile(staging_ / "probe", "scanstraat\n");
    fs::remove(staging_ / "probe");
}

OutputFolder::~OutputFolder()
{
    std::error_code ignored;
    fs::remove_all(staging_, ignored);
}

void OutputFolder::commit()
{
    try {
        for (const auto& entry : fs::directory_iterator(staging_)) {
            const fs::path target = folder_ / entry.path().filename();
            fs::remove_all(target);
            fs::rename(entry.path(), target);
        }
    } catch (const fs::filesystem_error& error) {
        cannotWrite(folder_, error.code().message());
    }
}

} // namespace scanstraat::app
