// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "Difficulty.h"
#include "Random.h"
#include "form/FormTemplate.h"

#include <optional>

namespace scanstraat::synth {

/// Marks the boxes of a choice field in one of the ways of the table 'From marks to answers': mostly
/// one cross, sometimes corrected, seldom wrong. `wanted` is the option that is meant (an index).
[[nodiscard]] Answer markChoice(const form::Field& field, std::size_t wanted, Difficulty difficulty,
                                Random& random);

/// All boxes empty.
[[nodiscard]] Answer leaveChoice(const form::Field& field);

/// The answer that the states of the boxes mean, by that table: `value` and `corrected`.
void judgeChoice(const form::Field& field, Answer& answer);

} // namespace scanstraat::synth
