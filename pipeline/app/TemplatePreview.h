// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <filesystem>

namespace scanstraat::app {

/// Writes a form with all its zones drawn on its pages into `folder`, which is made where needed:
/// `index.html`, and a picture `page-N.png` of each page. Throws scanstraat::Error (ExitCode::output).
void writePreview(const form::FormTemplate& form, const std::filesystem::path& folder);

} // namespace scanstraat::app
