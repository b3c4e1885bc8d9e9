// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "draft/Sheet.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::draft {

/// Lines and words of a page, as poppler's `pdftotext -bbox-layout` tells them.
struct PageTexts
{
    std::vector<TextLine> lines;
    std::vector<TextWord> words;
    std::string problem; ///< why there are none though there may be; empty: none
};

/// The texts of page `number` (from 1) of a PDF, in the places that they have on `sheet`.
[[nodiscard]] PageTexts readPdfText(const std::filesystem::path& pdf, int number, const Sheet& sheet);

/// The lines in what pdftotext writes; places in mm from the page's top left.
[[nodiscard]] PageTexts parseBboxLayout(std::string_view xhtml);

} // namespace scanstraat::draft
