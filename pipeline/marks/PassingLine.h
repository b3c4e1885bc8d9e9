// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "marks/BoxCutter.h"

namespace scanstraat::marks {

/// How nearly a straight line of ink goes on to the right of a box, through the option's text: 1 for a line
/// that strikes the option out, 0.4 to 0.9 for text alone, 0 for paper. Looked for from half a side to two
/// sides and a quarter right of the box. `ink`: darkness of the ink in the box, 0..1.
[[nodiscard]] double lineBeyond(const page::RegisteredPage& page, const BoxCut& cut, double ink);

} // namespace scanstraat::marks
