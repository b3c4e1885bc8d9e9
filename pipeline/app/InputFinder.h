// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/ScanFile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::app {

struct InputFile
{
    std::filesystem::path path;
    std::string name; ///< as it stands in records: relative to the input folder, with '/'; unique
};

/// A file of which no page could be read, or a folder that could not be searched.
struct FileFailure
{
    std::string name;
    scan::ScanProblem problem;
};

struct InputList
{
    std::vector<InputFile> files;
    std::vector<std::string> ignored;  ///< what lies in folders and is not read (FolderSearch.h)
    std::vector<FileFailure> failures; ///< what lies in folders and cannot be read
};

/// All scans in the given files and folders (searched through), each once. Folders come in the given
/// order, files in a folder and files named one after the other in the order of their names with numbers
/// compared as numbers. Where names of different folders clash, all names begin with their folder's name.
/// The results of a run in `output` are no input. Throws scanstraat::Error with ExitCode::noInput for an
/// input that does not exist, cannot be searched or is neither file nor folder (a pipe would never end).
[[nodiscard]] InputList findInputs(const std::vector<std::filesystem::path>& inputs,
                                   const std::filesystem::path& output = {});

/// The same, but throws scanstraat::Error with ExitCode::noInput when there is no scan at all.
[[nodiscard]] InputList findScans(const std::vector<std::filesystem::path>& inputs,
                                  const std::filesystem::path& output = {});

/// Order of file names: runs of digits compare as numbers ("p2" before "p10").
[[nodiscard]] bool naturalLess(const std::string& a, const std::string& b);

} // namespace scanstraat::app
