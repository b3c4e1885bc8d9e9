// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/FrameSnap.h"

namespace scanstraat::marks {

/// As page::snapToFrame for round boxes: `rings` are the squares around circles whose outlines are printed.
/// `hiddenMm` of the result is not measured.
[[nodiscard]] page::Snap snapToRings(const page::RegisteredPage& page, std::span<const RectMm> rings,
                                     double reachMm);

} // namespace scanstraat::marks
