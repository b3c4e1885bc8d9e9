// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace scanstraat::program {

/// A new empty folder among the temporary files, which goes with its owner. Throws scanstraat::Error with
/// ExitCode::output when it cannot be made.
class ScratchFolder
{
public:
    /// `name`: how the folder's name begins.
    explicit ScratchFolder(const std::string& name);
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace scanstraat::program
