// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scan/Decode.h"

namespace scanstraat::scan {

/// How stored pixels come to lie on the sheet: first the axes change places, then the sides.
struct Turn
{
    bool swapsAxes = false;   ///< stored rows become columns
    bool flipsAcross = false; ///< left and right change places
    bool flipsDown = false;   ///< top and bottom change places
};

/// Turns the picture with its colours and its resolution.
void turn(RawImage& image, const Turn& how);

} // namespace scanstraat::scan
