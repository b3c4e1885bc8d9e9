// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"
#include "reading/FieldReading.h"

namespace scanstraat::marks {

/// Says whether something was written, stamped or pasted in a region: value "present" or "absent".
/// Thread safe.
[[nodiscard]] reading::FieldReading readRegion(const page::RegisteredPage& page, const form::Field& field);

} // namespace scanstraat::marks
