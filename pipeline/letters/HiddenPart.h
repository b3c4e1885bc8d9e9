// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/FrameSnap.h"
#include "reading/FieldReading.h"

namespace scanstraat::letters {

/// Makes a reading unsure, an empty one, too, where more than 2.5 mm of the printed frame's width are not
/// seen: a note, another sheet or correction fluid lies on it, and what was read may be a part.
void doubtHidden(reading::FieldReading& reading, const page::Snap& snap);

} // namespace scanstraat::letters
