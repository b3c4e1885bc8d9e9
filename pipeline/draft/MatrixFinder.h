// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AnswerPlaces.h"
#include "draft/ChoiceGroups.h"
#include "draft/Findings.h"

#include <string>
#include <vector>

namespace scanstraat::draft {

/// Questions one below the other whose answers stand above the columns: one choice a row.
struct Matrix
{
    std::vector<ChoiceGroup> rows;  ///< from top to bottom; boxes from left to right
    std::vector<std::string> heads; ///< what stands above each column
    double headTop = 0.0;           ///< mm from the top of the sheet, of the highest head
};

/// Takes the boxes of matrices out of `boxes`: two rows or more of two boxes or more in the same columns,
/// without texts of their own to the right, with texts above the columns.
[[nodiscard]] std::vector<Matrix> takeMatrices(const PageFindings& page, std::vector<Checkbox>& boxes);

/// The empty cell left of the heads is nothing to write in.
void removeCorners(const std::vector<Matrix>& matrices, AnswerPlaces& places);

} // namespace scanstraat::draft
