// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

/// Makes a page's fields lie apart from each other and from its adjustment fields, as a template must: places
/// above a rule are cut, of others the later one is left out. Says what it did.
[[nodiscard]] std::vector<std::string> separateFields(form::Page& page);

} // namespace scanstraat::draft
