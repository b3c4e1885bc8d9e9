// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace scanstraat::app {

/// Writes the file whole or not at all: into a file beside it that then takes its name. Throws
/// scanstraat::Error with ExitCode::output and the system's reason.
void writeFile(const std::filesystem::path& path, const std::string& content);

/// The results of one run. They are written into a hidden folder inside `folder` and take their
/// places together in commit(); a run that does not get there leaves the folder as it was.
class OutputFolder
{
public:
    /// Creates the folder where needed. Throws scanstraat::Error with ExitCode::output when it cannot
    /// be created or written to.
    explicit OutputFolder(std::filesystem::path folder);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Where to write during the run; `records` and `report` exist in it.
    [[nodiscard]] const std::filesystem::path& staging() const { return staging_; }

    /// Replaces the results of an earlier run by those in staging().
    void commit();

private:
    std::filesystem::path folder_;
    std::filesystem::path staging_;
};

} // namespace scanstraat::app
