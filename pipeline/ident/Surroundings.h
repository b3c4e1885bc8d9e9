// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/RegisteredPage.h"

namespace scanstraat::ident {

/// Square millimetres with print or writing beside the sheet, more than 7 mm from its edge. The scanner's
/// bed, white or dark, has none; a second sheet that lies beside or under this one has hundreds.
[[nodiscard]] double printBesideSheet(const page::RegisteredPage& page);

/// True where another sheet shows beside this one, so that one of the two would be lost.
[[nodiscard]] bool showsAnotherSheet(const page::RegisteredPage& page);

} // namespace scanstraat::ident
