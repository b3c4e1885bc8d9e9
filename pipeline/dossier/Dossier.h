// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"
#include "record/FieldInterpreter.h"

#include <span>
#include <vector>

namespace scanstraat::dossier {

/// Sorts pages into applications, one record each, and says what is missing, double or at odds.
///
/// `pages` are in scan order. Every page comes back in exactly one record: within a record first the form
/// pages (the form that opens an application, then the others as they came, by page number), then
/// attachments, blanks and the rest in scan order. Deterministic.
[[nodiscard]] std::vector<reading::Record> assemble(std::vector<reading::PageReading> pages,
                                                    std::span<const form::FormTemplate> templates,
                                                    const record::Context& context);

} // namespace scanstraat::dossier
