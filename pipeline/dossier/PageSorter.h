// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Holding.h"

#include <span>
#include <vector>

namespace scanstraat::dossier {

/// Code of the reason why a page is doubtful that is there more than once.
inline constexpr const char* kHeldAsOtherCopy = "page.held.other-copy";

/// A page that belongs to nobody's application with enough certainty.
struct DoubtfulPage
{
    std::size_t page = 0;
    reading::Finding reason;
    std::vector<double> shares; ///< of each application: probability that it is one of its pages
};

/// Whose pages are whose, by their indices; each page is in one of the two, once.
struct SortedPages
{
    std::vector<std::vector<std::size_t>> applications; ///< each in scan order; none is empty
    std::vector<DoubtfulPage> doubtful;                 ///< in scan order
};

/// Sorts what came in together, in any order, into the applications of the persons whose pages are there.
/// What tells whose a page is: the clues on it (V-number, birth date, name), which pages of the form its
/// owner lacks or has, the pages scanned before and behind it, and that all came in together. A page that is
/// somebody else's, or may be, is doubtful. Deterministic.
///
/// `pages`: in scan order, without separators.
[[nodiscard]] SortedPages sortPages(std::span<const reading::PageReading> pages,
                                    std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
