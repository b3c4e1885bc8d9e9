// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <string>

namespace scanstraat::form {

/// Why the barcode's symbology cannot hold its payload; empty where it can.
[[nodiscard]] std::string payloadProblem(const Barcode& barcode);

} // namespace scanstraat::form
