// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <vector>

namespace scanstraat::selfcheck {

/// Forms that are nothing like ours: other adjustment fields (brackets, dots, rings, crosses), other barcodes
/// or none, a matrix of questions, round boxes, lines without frames. Known by a template alone.
[[nodiscard]] std::vector<form::FormTemplate> foreignForms();

} // namespace scanstraat::selfcheck
