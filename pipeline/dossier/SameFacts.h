// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>

namespace scanstraat::dossier {

/// Weighs what one application says of the same fact in several places (validator "same-as:<field id>")
/// together. Where clear readings agree each becomes surer, and may be accepted; a doubtful reading that
/// could be what the others say takes their value and goes to review. Each reading's `evidence` names the
/// other places. Nothing is done where the places contradict each other, nor to readings of a kind that is
/// never accepted (FieldReading::acceptFrom), and no accepted value is changed.
void weighSameFacts(reading::Record& record, std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
