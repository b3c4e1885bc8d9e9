// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>

namespace scanstraat::dossier {

/// Links what lies with the forms to them: a copy keeps the annex that it may be where a form of the record
/// names that annex, a loose sheet gets the field whose question it names (of the form that opens the
/// application first). Each loose sheet is a finding, `dossier.loose-sheet`: somebody must read it with the
/// form.
void linkAttachments(reading::Record& record, std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
