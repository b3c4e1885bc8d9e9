// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/MarkFeatures.h"
#include "page/RegisteredPage.h"

#include <vector>

namespace scanstraat::marks {

/// Cuts out the boxes of a choice field, in the order of its options, each snapped to its printed frame
/// together with the boxes near it.
[[nodiscard]] std::vector<BoxCut> cutBoxes(const page::RegisteredPage& page, const form::Field& field);

} // namespace scanstraat::marks
