// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterClassifier.h"
#include "letters/Spelling.h"
#include "page/RegisteredPage.h"

namespace scanstraat::letters {

/// What reads a line; nothing is owned.
struct LineEngines
{
    CharacterClassifier& classifier;
    const Spelling* spelling = nullptr; ///< null: each character counts by itself
};

/// Reads block letters on open lines: raw line by line with '\n' between, words with single spaces. State is
/// `empty` when there is no writing and `unsure` otherwise: whoever knows the thresholds accepts.
/// Confidence is the probability that everything is right; letters with accents keep it low.
[[nodiscard]] reading::FieldReading readLines(const page::RegisteredPage& page, const form::Field& field,
                                              const LineEngines& engines);

} // namespace scanstraat::letters
