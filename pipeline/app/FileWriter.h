// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace scanstraat::app {

/// Writes the file whole or not at all: into a file beside it that then takes its name. Throws
/// scanstraat::Error with ExitCode::output and the system's reason.
void writeFile(const std::filesystem::path& path, const std::string& content);

/// True for what a run puts into its output folder: `records`, `report`, `report.html`, `run.json` and the
/// hidden folder it works in.
[[nodiscard]] bool isResultName(const std::string& name);

/// The results of one run. They are written into a hidden folder inside `folder` and take their
/// places together in commit(); a run that does not get there leaves the folder as it was.
class OutputFolder
{
public:
    /// Creates the folder where needed and removes what a run that was killed left in it. Throws
    /// scanstraat::Error with ExitCode::output when it cannot be created or written to, or when no
    /// run has written to it and it holds a `records` or `report` of somebody else, which would be lost.
    explicit OutputFolder(std::filesystem::path folder);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Where to write during the run; `records` and `report` exist in it.
    [[nodiscard]] const std::filesystem::path& staging() const { return staging_; }

    /// Replaces all results of an earlier run by those in staging(); puts them back where that fails.
    void commit();

private:
    std::filesystem::path folder_;
    std::filesystem::path staging_;
};

} // namespace scanstraat::app
