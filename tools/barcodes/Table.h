// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Trial.h"

#include <span>
#include <string>

namespace scanstraat::barcodes {

/// What one reader made of some pages.
struct Row
{
    int right = 0;
    int wrong = 0;
    int nothing = 0;
    double milliseconds = 0.0; ///< mean of a page; ours: of those whose place is known
};

[[nodiscard]] Row rowOf(std::span<const Case> cases, Reader reader);

/// "ours", "ZXing", "zbar".
[[nodiscard]] std::string toString(Reader reader);

/// Markdown: a line a reader, and a table of the pages of each group where there are groups.
[[nodiscard]] std::string table(std::span<const Case> cases);

/// The same figures, and every page that not all read right.
[[nodiscard]] std::string json(std::span<const Case> cases);

/// The pages that another one read and ours did not, a line each.
[[nodiscard]] std::string behind(std::span<const Case> cases);

} // namespace scanstraat::barcodes
