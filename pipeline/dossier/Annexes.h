// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"
#include "record/FieldInterpreter.h"

#include <span>

namespace scanstraat::dossier {

/// Adds a finding for each annex that the rules of the record's forms ask for and that is not there:
/// `dossier.annex.missing` when both are certain, `dossier.annex.depends` when it may not be needed,
/// `dossier.annex.unchecked` when pages that were not identified may be it. Choices must be settled before
/// (checkGroups). Ages are those of the day of the scan.
void checkAnnexes(reading::Record& record, std::span<const form::FormTemplate> templates,
                  const record::Context& context);

} // namespace scanstraat::dossier
