// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "form/PatchCode.h"

#include <optional>
#include <string>

namespace scanstraat::print {

/// What stands on a separator sheet; one of the two at least.
struct SeparatorPrint
{
    std::string code39; ///< text of the barcode; empty: none
    std::optional<form::PatchCode> patch;
};

/// The longest text whose bars fit the sheet at their width.
inline constexpr std::size_t kLongestSeparatorText = 16;

/// A sheet to lay between two applications, as a form of one page (for printForm and renderPage): a Dutch
/// title and how to use it, the barcode in the middle, the patch code along all four edges.
[[nodiscard]] form::FormTemplate separatorSheet(const SeparatorPrint& print);

} // namespace scanstraat::print
