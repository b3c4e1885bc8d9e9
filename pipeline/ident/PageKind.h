// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "page/PageImage.h"

namespace scanstraat::ident {

/// Share of the page (without a rim of 8 mm, where it is wide enough for one) that holds ink: at least 40
/// grey levels below the paper around it, 0..1. Specks below 0.5 mm do not count.
[[nodiscard]] double inkShare(const page::PageImage& image);

/// True for an empty sheet or the back of one. The page number alone of a printed page is 10 times over
/// the limit.
[[nodiscard]] bool isBlank(const page::PageImage& image);

} // namespace scanstraat::ident
