// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <filesystem>

namespace scanstraat::print {

/// Lays out an outline (templates/FORM/outline.yaml) as a form with a place for everything. The same outline
/// and the same typeface give the same template, to the hundredth of a millimetre. Throws scanstraat::Error
/// with ExitCode::installation and a message `file:line: what is wrong`, also where a page is too full.
[[nodiscard]] form::FormTemplate composeForm(const std::filesystem::path& outline);

} // namespace scanstraat::print
