// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>

namespace scanstraat::dossier {

/// Compares the applicant's V-number, birth date and name between the forms of one application; what does
/// not agree is a finding (an annex of somebody else). Only values that were read with certainty count.
void checkIdentity(reading::Record& record, std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
