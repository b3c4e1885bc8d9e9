// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <optional>

namespace scanstraat::dossier {

/// Printed size over true size across the scanner, where it is steady: along the paper's way it depends on
/// the feeder. It is the printer's, to some thousandths. None: where the sheet lies is not known.
[[nodiscard]] std::optional<double> printScaleOf(const reading::PageReading& page);

/// Two prints that differ by more are not of one printer: sheets of one application differ by 0.0004 in
/// simulated scans, and damp makes paper 0.002 wider.
constexpr double kOtherPrintScale = 0.005;

/// Of two scans of the same page of the same form.
enum class Copies {
    same,      ///< the same answers: one sheet scanned twice, or copied
    different, ///< other answers: two sheets
    unknown    ///< too little is written on them to tell
};

/// By the answers, and by the size of the print: two printers make two sheets.
[[nodiscard]] Copies compareContents(const reading::PageReading& a, const reading::PageReading& b);

} // namespace scanstraat::dossier
