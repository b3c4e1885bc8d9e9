// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/PdfText.h"
#include "draft/Sheet.h"
#include "ocr/PageTextReader.h"

namespace scanstraat::draft {

/// The texts of a page that is a picture. What `found` has already (frames, rules, marks, bars) is taken out
/// of the picture first.
[[nodiscard]] PageTexts readScanText(ocr::PageTextReader& reader, const Sheet& sheet,
                                     const PageFindings& found);

/// Moves base lines to where the letters stand in the picture, and takes type sizes from their height.
void measureTypeSizes(const Sheet& sheet, std::vector<TextLine>& lines);

} // namespace scanstraat::draft
