// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "ident/SeparatorSheet.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::app {

/// What people write for the codes of separator sheets: "code39:TEXT", "patch:T"; and "none" alone for no
/// separators at all. Throws scanstraat::Error with ExitCode::usage.
[[nodiscard]] ident::SeparatorCodes parseSeparators(const std::vector<std::string>& words);

/// The same the other way round: "code39:SCHEIDING, patch:2".
[[nodiscard]] std::string separatorText(const ident::SeparatorCodes& codes);

/// Throws scanstraat::Error with ExitCode::usage where a separator has the barcode of a form.
void requireApart(const ident::SeparatorCodes& codes, std::span<const form::FormTemplate> templates);

} // namespace scanstraat::app
