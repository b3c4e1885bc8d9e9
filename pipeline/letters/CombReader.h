// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "letters/CharacterClassifier.h"
#include "page/RegisteredPage.h"
#include "reading/Calibration.h"

namespace scanstraat::letters {

/// Reads the cells of a comb: one CharacterReading a cell (empty text: nothing written), raw with inner
/// empty cells as spaces, confidence as the probability that all cells are right by `curve`. State is `empty`
/// when no cell holds ink and `unsure` otherwise: whoever knows the thresholds accepts. Writing that runs
/// into a neighbour's cell goes to the cell that holds most of it.
[[nodiscard]] reading::FieldReading readComb(const page::RegisteredPage& page, const form::Field& field,
                                             CharacterClassifier& classifier,
                                             const reading::Curve& curve = {});

} // namespace scanstraat::letters
