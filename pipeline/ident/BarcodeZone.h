// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <string>

namespace scanstraat::ident {

/// Text of the barcode that the page's form prints in its zone; empty where it cannot be read.
[[nodiscard]] std::string readBarcode(const page::RegisteredPage& page, const form::Barcode& barcode);

} // namespace scanstraat::ident
