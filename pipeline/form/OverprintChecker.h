// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/TemplateReader.h"

#include <vector>

namespace scanstraat::form {

/// Printed texts that lie over a checkbox or a comb's cell: what is read there is compared with what the
/// template says is printed there, so that a wrong text hides a cross. In the order of the pages.
[[nodiscard]] std::vector<Problem> checkOverprint(const TemplateSource& source);

} // namespace scanstraat::form
