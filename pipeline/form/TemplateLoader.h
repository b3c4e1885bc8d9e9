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

/// The file of every form below `root`, sorted; also one that cannot be read, or that is missing beside an
/// outline, which loadTemplate() and checkTemplate() then say. Throws as loadTemplate does when there is
/// none.
[[nodiscard]] std::vector<std::filesystem::path> findTemplateFiles(const std::filesystem::path& root);

/// Every template below `root`, sorted by id. Throws as loadTemplate does, also when there is none.
[[nodiscard]] std::vector<FormTemplate> loadTemplates(const std::filesystem::path& root);

/// All that is wrong with one template file, as `file:line: message`, in file order; empty: sound.
/// Checks the format and the meaning: inside the sheet, unique ids, cells inside their field, no
/// overlapping boxes, groups that add up, barcode payload in the symbology's alphabet. Throws
/// scanstraat::Error with ExitCode::installation when the file cannot be read.
[[nodiscard]] std::vector<std::string> checkTemplate(const std::filesystem::path& file);

/// The same for the text of a template that is not written yet; messages name `file`.
[[nodiscard]] std::vector<std::string> checkTemplateText(const std::string& text,
                                                         const std::filesystem::path& file);

/// The template in the file format, with two spaces of indentation and a final newline.
[[nodiscard]] std::string toJson(const FormTemplate& form);

} // namespace scanstraat::form
