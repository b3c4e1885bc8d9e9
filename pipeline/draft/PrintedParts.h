// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"
#include "draft/Findings.h"
#include "form/FormTemplate.h"

namespace scanstraat::draft {

/// Puts marks, barcode, texts, lines and boxes into `page`: all that is printed besides its fields. Places
/// are rounded to hundredths of a millimetre and cut off at the edges of A4.
void addPrintedParts(const PageFindings& found, const AnswerPlaces& places, form::Page& page);

} // namespace scanstraat::draft
