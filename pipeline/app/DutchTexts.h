// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"
#include "scan/ScanFile.h"

#include <string>

namespace scanstraat::app {

/// What mailroom and reviewers read for our names.
[[nodiscard]] std::string dutchText(reading::FieldState state);
[[nodiscard]] std::string dutchText(reading::PageClass pageClass);
[[nodiscard]] std::string dutchText(reading::MarkState state);

/// The cause, and what the mailroom does about it.
[[nodiscard]] std::string dutchText(scan::ScanProblemCode code);

/// For PageReading::identifiedBy: "barcode", "voettekst", "opdruk".
[[nodiscard]] std::string dutchWitness(const std::string& identifiedBy);

/// "1,25": a decimal comma.
[[nodiscard]] std::string dutchNumber(double value, int digits);

/// "99,4 %", cut off, not rounded: 99.99 % must not show as 100 %.
[[nodiscard]] std::string dutchPercent(double probability);

/// `value` of the field as people say it: labels for the options of a choice, "aanwezig" for a signature.
/// `field` may be nullptr: then the value as it stands.
[[nodiscard]] std::string dutchValue(const form::Field* field, const std::string& value);

} // namespace scanstraat::app
