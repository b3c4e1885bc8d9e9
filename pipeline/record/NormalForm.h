// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/FieldReading.h"

#include <string>

namespace scanstraat::record {

/// The normal form of what was written in a field (docs/truth.md), and what is wrong with it.
struct NormalForm
{
    std::string value;
    std::string problem; ///< Dutch, empty: the value obeys the rule of its kind
};

/// Brings text into its normal form and checks the rule of the field's kind. Not for choices and regions.
[[nodiscard]] NormalForm normalForm(const reading::FieldReading& reading, const form::Field& field);

} // namespace scanstraat::record
