// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/InputFinder.h"

#include <filesystem>

namespace scanstraat::app {

/// Adds all scans in `folder` and the folders in it to `list`, in the order of their names.
///
/// Left out without a word: the results of a run in `output`, which this run replaces. Left out and listed in
/// list.ignored: other files, results and debug pictures of any other run, linked folders (they may lead
/// anywhere, also back here). Listed in list.failures: folders that cannot be searched, links to nothing.
/// Throws scanstraat::Error with ExitCode::noInput where `folder` itself cannot be searched.
void searchFolder(const std::filesystem::path& folder, const std::filesystem::path& output, InputList& list);

} // namespace scanstraat::app
