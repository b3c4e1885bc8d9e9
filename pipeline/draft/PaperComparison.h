// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::draft {

/// Where one page of a template and one of the paper differ.
struct PageComparison
{
    std::string heading; ///< which pages, how the paper lies, how much was compared
    std::vector<std::string> differences;
};

struct PaperComparison
{
    std::vector<PageComparison> pages;
    std::string summary;
    bool agree = true;
};

/// Looks for every box, cell, line, region, adjustment field and barcode of the template on paper, and for
/// what paper has beside them. Pages are paired in their order, or by what fits best where their numbers
/// differ. The paper may be shifted, turned and stretched a little. Throws scanstraat::Error when the file
/// cannot be read.
[[nodiscard]] PaperComparison compareWithPaper(const form::FormTemplate& form,
                                               const std::filesystem::path& paper, double toleranceMm);

} // namespace scanstraat::draft
