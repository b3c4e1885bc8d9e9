// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/DraftMaker.h"
#include "form/FormTemplate.h"

#include <filesystem>

namespace scanstraat::app {

/// Writes a draft template of a blank form to `out` (a folder, or a file that ends in .json) and prints what
/// was found and what was not decided. Throws scanstraat::Error; an existing template is not replaced.
void writeDraft(const std::filesystem::path& blank, const std::filesystem::path& out,
                const draft::DraftOptions& options);

/// The template in a file, also one that is not sound yet: a draft has to be compared before it is. Throws
/// scanstraat::Error with ExitCode::installation when it is no template at all.
[[nodiscard]] form::FormTemplate readUnchecked(const std::filesystem::path& file);

/// Prints where a template and a blank form on paper differ by more than `toleranceMm`. Returns the exit
/// code: ExitCode::success when they agree, else ExitCode::evaluationFailed.
[[nodiscard]] int compareWithPaper(const form::FormTemplate& form, const std::filesystem::path& blank,
                                   double toleranceMm);

} // namespace scanstraat::app
