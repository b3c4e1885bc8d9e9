// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "Random.h"
#include "form/FormTemplate.h"

#include <map>
#include <string>

namespace scanstraat::selfcheck {

/// An answer to every field of a page that follows from the field alone: a valid text of its kind that fits,
/// one option of a choice, something in every region. `random` only places what is written.
[[nodiscard]] std::map<std::string, synth::Answer> knownAnswers(const form::Page& page,
                                                                synth::Random& random);

} // namespace scanstraat::selfcheck
