// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <optional>
#include <string>

namespace scanstraat::draft {

/// The kind that the words of a label name, Dutch or English; none where no word is known.
[[nodiscard]] std::optional<form::FieldKind> kindFromLabel(const std::string& label);

/// Whether a label asks for any number of answers: "meerdere antwoorden mogelijk".
[[nodiscard]] bool asksForSeveral(const std::string& label);

} // namespace scanstraat::draft
