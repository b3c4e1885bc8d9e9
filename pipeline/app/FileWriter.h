// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/FolderLock.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::app {

/// Writes the file whole or not at all: into a file beside it that then takes its name; a device or pipe is
/// written straight to. Throws
/// scanstraat::Error with ExitCode::output and the system's reason.
void writeFile(const std::filesystem::path& path, const std::string& content);

/// What a run puts into its output folder, in the order in which it takes its place there: who sees run.json
/// finds the others.
inline constexpr std::array<std::string_view, 6> kResultNames{"records", "holding", "regions", "report", "report.html",
                                                              "run.json"};

/// True for what a run puts into its output folder: `records`, `regions`, `report`, `report.html`, `run.json`
/// and the hidden folder it works in.
[[nodiscard]] bool isResultName(const std::string& name);

/// The results of one run. They are written into a hidden folder inside `folder` and take their
/// places together in commit(); a run that does not get there leaves the folder as it was.
class OutputFolder
{
public:
    /// Creates the folder where needed, locks it and removes what a run that was killed left in it. Throws
    /// scanstraat::Error with ExitCode::output when it cannot be created or written to, when another run
    /// is at work in it, or when something in the results' places is not from a run (EarlierRun.h).
    explicit OutputFolder(std::filesystem::path folder);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Where to write during the run; `records`, `regions` and `report` exist in it.
    [[nodiscard]] const std::filesystem::path& staging() const { return staging_; }

    /// The files in staging(), by their path in it, in the order of their names.
    [[nodiscard]] std::vector<std::string> written() const;

    /// Replaces all results of an earlier run by those in staging(); puts them back where that fails.
    /// Throws as the constructor does where somebody has put a file among them since.
    void commit();

private:
    std::filesystem::path folder_;
    FolderLock lock_;
    std::filesystem::path staging_;
};

} // namespace scanstraat::app
