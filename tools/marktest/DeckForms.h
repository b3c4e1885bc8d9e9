// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Random.h"
#include "form/FormTemplate.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::marktest {

inline constexpr int kDeckForms = 12;

/// Invented forms of one page that is full of checkboxes: groups one below the other, yes and no side by
/// side, a table of a week; squares and rounds of 3 to 6 mm; combs and lines below. Equal seeds, equal forms.
[[nodiscard]] std::vector<form::FormTemplate> deckForms(std::uint64_t seed);

/// Writes each below `root` as form::loadTemplates() wants it. Throws scanstraat::Error with
/// ExitCode::output.
void writeForms(const std::vector<form::FormTemplate>& forms, const std::filesystem::path& root);

/// Options of choice fields on a page.
[[nodiscard]] std::size_t boxesOn(const form::Page& page);

} // namespace scanstraat::marktest
