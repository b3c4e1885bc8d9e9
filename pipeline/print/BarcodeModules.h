// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <vector>

namespace scanstraat::print {

/// What is black of a barcode, in units of its zone's width and height (0..1). Throws scanstraat::Error with
/// ExitCode::installation where the symbology cannot hold the payload.
[[nodiscard]] std::vector<RectMm> barcodeModules(const form::Barcode& barcode);

} // namespace scanstraat::print
