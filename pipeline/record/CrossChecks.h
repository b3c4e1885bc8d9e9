// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>

namespace scanstraat::record {

/// Rules between fields of the same form, wherever its pages lie: "not-before:<field id>" (the end of a
/// period is not before its begin). Fields that break one go to review, with a finding on the record.
void checkAcrossFields(reading::Record& record, std::span<const form::FormTemplate> templates);

} // namespace scanstraat::record
