// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/PatchCode.h"
#include "page/PageImage.h"

#include <string>
#include <vector>

namespace scanstraat::ident {

/// What tells that a sheet is a separator: a new application begins behind it.
///
/// Patch 2 is used for new documents, 3 for new batches and T for either; 1, 4 and 6 steer the scanner. Every
/// batch begins with a new application, so all three count. PATCHT is the text on many sheets in trade.
struct SeparatorCodes
{
    std::vector<std::string> code39{"SCHEIDING", "PATCHT"};
    std::vector<form::PatchCode> patches{form::PatchCode::two, form::PatchCode::three,
                                         form::PatchCode::transfer};

    /// Whether that text of a Code 39 barcode is one of a separator.
    [[nodiscard]] bool hasCode39(const std::string& text) const;

    /// "patch:T" where the page carries a patch code of a separator; else empty.
    [[nodiscard]] std::string patchOn(const page::PageImage& image) const;
};

} // namespace scanstraat::ident
