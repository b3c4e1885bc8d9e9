// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/TemplateReader.h"

#include <vector>

namespace scanstraat::form {

/// What is wrong with the meaning of a template whose format was read: places outside the sheet, ids that are
/// not unique, cells outside their field, boxes that overlap, groups that do not add up, rules about fields
/// that are not there, and the like.
[[nodiscard]] std::vector<Problem> checkMeaning(const TemplateSource& source);

} // namespace scanstraat::form
