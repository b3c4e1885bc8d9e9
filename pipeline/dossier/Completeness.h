// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>

namespace scanstraat::dossier {

/// Adds findings to the record: needed pages that are missing, pages that are there twice.
void checkCompleteness(reading::Record& record, std::span<const form::FormTemplate> templates);

/// Settles choices that are spread over several pages (Field::group): of several crossed parts the first
/// is judged and all go to review; a required group without any answer is a finding.
void checkGroups(reading::Record& record, std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
