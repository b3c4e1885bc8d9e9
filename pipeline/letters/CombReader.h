// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterClassifier.h"
#include "page/RegisteredPage.h"
#include "reading/Calibration.h"

namespace scanstraat::letters {

/// What tells the characters of a comb apart.
struct CombEngines
{
    CharacterClassifier& characters;
    CharacterClassifier& digits; ///< asked about cells in which only characters of its alphabet may stand
};

/// Reads the cells of a comb: one CharacterReading a cell (empty text: nothing written, or struck out), raw
/// with inner empty cells as spaces, confidence as the probability that all cells are right by `curve`. The
/// cells are read together, by what may stand in such a field (rules::grammarOf); `evidence` says what that
/// did. A digit that is not clear by itself is never made sure by a rule. State is `empty` when no cell holds
/// ink, `unreadable` when all of it is struck out, and `unsure` otherwise: whoever knows the thresholds
/// accepts. Writing that runs into a neighbour's cell goes to the cell that holds most of it.
[[nodiscard]] reading::FieldReading readComb(const page::RegisteredPage& page, const form::Field& field,
                                             const CombEngines& engines, const reading::Curve& curve = {});

} // namespace scanstraat::letters
