// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Holding.h"
#include "reading/Record.h"
#include "record/FieldInterpreter.h"

#include <span>
#include <vector>

namespace scanstraat::dossier {

/// What became of the pages: each is in one of the three, once.
struct Assembly
{
    std::vector<reading::Record> records;
    std::vector<reading::Holding> holdings;       ///< pages of doubtful owners, for a person
    std::vector<reading::PageReading> separators; ///< in scan order; part of no application
};

/// Sorts pages into applications, one record each, and says what is missing, double or at odds.
///
/// `pages` are in scan order. Pages that came in together (Envelopes.h) may lie in any order and be of
/// several applicants; a page that is nobody's with enough certainty is held, and the applications that it
/// may belong to say so. What lies behind a separator sheet never joins what lies before it. Within a record
/// come first the form pages (the form that opens an application, then the others as they came, by page
/// number), then attachments, blanks and the rest in scan order. Deterministic.
[[nodiscard]] Assembly assemble(std::vector<reading::PageReading> pages,
                                std::span<const form::FormTemplate> templates,
                                const record::Context& context);

} // namespace scanstraat::dossier
