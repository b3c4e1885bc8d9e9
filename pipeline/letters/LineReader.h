// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/LineRecogniser.h"
#include "letters/Spelling.h"
#include "page/RegisteredPage.h"
#include "reading/Calibration.h"
#include "reading/FieldReading.h"

namespace scanstraat::letters {

/// What reads a line; nothing is owned.
struct LineEngines
{
    LineRecogniser& recogniser;
    const Spelling* spelling = nullptr; ///< null: every sequence of letters is as likely
};

/// Reads block letters on open lines: raw line by line with '\n' between, words with single spaces. State is
/// `empty` when there is no writing, `unreadable` when all of it is struck out, and `unsure` otherwise:
/// whoever knows the thresholds accepts. Confidence is the probability that everything is right, by `curve`.
[[nodiscard]] reading::FieldReading readLines(const page::RegisteredPage& page, const form::Field& field,
                                              const LineEngines& engines, const reading::Curve& curve = {});

} // namespace scanstraat::letters
