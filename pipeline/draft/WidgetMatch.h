// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AcroForm.h"
#include "draft/AnswerPlaces.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

/// Brings the fields of a PDF together with what is printed: moves each widget onto the frame that it fills
/// in, turns what pixels made a checkbox, comb or place into what the PDF says it is, and adds what is not
/// printed. What could not be settled goes to `places.undecided`.
void mergeWidgets(std::vector<Widget>& widgets, AnswerPlaces& places);

} // namespace scanstraat::draft
