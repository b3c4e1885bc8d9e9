// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxCutter.h"

namespace scanstraat::marks {

/// True where a cut shows its frame whole and else nothing but paper and, near its place, what the template
/// prints: a box that needs no network. A label that the template does not know makes it false.
[[nodiscard]] bool isBlank(const BoxCut& cut);

} // namespace scanstraat::marks
