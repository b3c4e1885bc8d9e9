// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace scanstraat::app {

/// Keeps a second run out of an output folder. The lock lies on the folder itself, leaves no file behind and
/// ends with the process, however that ends. Some network drives know no locks: there it holds nobody off.
class FolderLock
{
public:
    /// Throws scanstraat::Error with ExitCode::output when another process holds it, or when the folder
    /// cannot be opened.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int descriptor_;
};

} // namespace scanstraat::app
