// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "Random.h"
#include "form/FormTemplate.h"

#include <string>

namespace scanstraat::synth {

/// Whether the text has room in the field's cells or on its lines.
[[nodiscard]] bool fits(const form::Field& field, const std::string& text);

/// The text put into cells (a space leaves a cell empty; a number may stand at the right end) or broken
/// over lines, with `written` set; what does not fit is left away.
[[nodiscard]] Answer laidOut(const form::Field& field, const std::string& text, Random& random);

/// The normal form of what an answer's cells or lines say, as docs/truth.md has it. Not for dates.
[[nodiscard]] std::string normalForm(form::FieldKind kind, const Answer& answer);

} // namespace scanstraat::synth
