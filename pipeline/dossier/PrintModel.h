// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <optional>
#include <span>
#include <vector>

namespace scanstraat::dossier {

/// How well the sizes of print agree with who owns the pages: most pages of a person came out of one printer,
/// of which nobody knows beforehand how large it prints; some came from elsewhere (an employer, a notary), in
/// any size. The likelihood of a person's sizes together, averaged over all that the printer may do.
class PrintModel
{
public:
    /// `pages`: in scan order. All belong to nobody.
    PrintModel(std::span<const reading::PageReading> pages, std::size_t persons);

    /// All logarithms below are against sizes that say nothing.

    /// How much likelier all is when page `i`, which is nobody's, becomes the person's.
    [[nodiscard]] double gain(std::size_t i, std::size_t person) const;

    /// Of all pages as they are owned.
    [[nodiscard]] double logLikelihood() const;

    void give(std::size_t i, std::size_t person);
    void take(std::size_t i, std::size_t person);

private:
    using Curve = std::vector<double>; ///< logarithms, by the size that the printer has
    [[nodiscard]] static Curve curveOf(double scale);

    std::vector<std::optional<Curve>> pages_; ///< none: of a page without print of known size
    std::vector<Curve> persons_;              ///< sums of their pages'
};

} // namespace scanstraat::dossier
