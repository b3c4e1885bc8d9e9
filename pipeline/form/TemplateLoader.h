// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::form {

/// Reads `<folder>/template.json` (format: templates/template.schema.json). Throws
/// scanstraat::Error with ExitCode::installation and a message `file:line: what is wrong`.
[[nodiscard]] FormTemplate loadTemplate(const std::filesystem::path& folder);

/// Every template below `root`, sorted by id. Throws as loadTemplate does, also when there is none.
[[nodiscard]] std::vector<FormTemplate> loadTemplates(const std::filesystem::path& root);

/// All that is wrong with one template file, as `file:line: message`, in file order; empty: sound.
/// Checks the format and the meaning: inside the sheet, unique ids, cells inside their field, no
/// overlapping boxes, groups that add up, barcode payload in the symbology's alphabet.
[[nodiscard]] std::vector<std::string> checkTemplate(const std::filesystem::path& file);

/// The template in the file format, with two spaces of indentation and a final newline.
[[nodiscard]] std::string toJson(const FormTemplate& form);

} // namespace scanstraat::form
