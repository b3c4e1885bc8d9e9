// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/PatchCode.h"
#include "page/PageImage.h"

#include <optional>

namespace scanstraat::ident {

/// The patch code on a page that lies any of four ways and up to 10 degrees askew; of several the one whose
/// bars are longest in all. Works from 150 dpi, with bars of 19 mm and
/// more, printed at 75 to 100 % of their size (tested; a little more and less is accepted).
[[nodiscard]] std::optional<form::PatchCode> readPatchCode(const page::PageImage& image);

} // namespace scanstraat::ident
