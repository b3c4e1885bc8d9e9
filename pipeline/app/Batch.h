// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/InputFinder.h"
#include "app/PageRunner.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::app {

struct BatchResult
{
    std::vector<reading::PageReading> pages; ///< in the order of the files and their pages
    std::vector<StageTimes> times;           ///< of the same pages
    std::vector<FileFailure> failures;
    std::vector<std::string> modelVersions;
};

/// Called from worker threads, for each page once, with the pictures still there.
using PageObserver = std::function<void(const PageResult&)>;

/// Called from worker threads after each page: pages done and pages known so far.
using ProgressObserver = std::function<void(std::size_t done, std::size_t known)>;

struct BatchOptions
{
    int workers = 1;
    PageObserver onPage;
    ProgressObserver onProgress;
};

/// Reads all pages of all files with `workers` threads. The result does not depend on their number.
/// A file that cannot be opened is a FileFailure; the others are read all the same.
[[nodiscard]] BatchResult runBatch(const Equipment& equipment, std::span<const InputFile> files,
                                   const BatchOptions& options);

} // namespace scanstraat::app
