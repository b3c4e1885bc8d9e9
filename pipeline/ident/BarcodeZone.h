// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <span>
#include <string>

namespace scanstraat::ident {

/// Text of the barcode that the page's form prints in its zone; empty where it cannot be read.
[[nodiscard]] std::string readBarcode(const page::RegisteredPage& page, const form::Barcode& barcode);

/// Text of the barcode on a page whose place is not known, as far as it lies where the form
/// has it on a sheet that fills the picture, upside down or not; empty where there is none.
[[nodiscard]] std::string seekBarcode(const page::PageImage& image,
                                      std::span<const form::FormTemplate> templates);

} // namespace scanstraat::ident
