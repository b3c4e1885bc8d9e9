// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dossier/PageChain.h"
#include "dossier/PageContent.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace scanstraat::dossier {

/// What the pages of one envelope say about each other, beside their clues and their order: two sheets of the
/// same page are seldom one person's; the pages of a form that is there once are; what was slipped in between
/// two pages of a form does not part them; pages that came out of one printer are rather one person's.
class PageRelations
{
public:
    /// `pages`: in scan order; must outlive this.
    explicit PageRelations(std::span<const reading::PageReading> pages);

    /// Adds to `weights` (natural logarithms, one a person) what the other pages say about page `i` when they
    /// are whose `beliefs` (probabilities of all pages' persons) say.
    void add(std::size_t i, const PersonTable& beliefs, std::vector<double>& weights) const;

private:
    struct Copy
    {
        std::size_t page = 0;
        Copies kind = Copies::unknown;
    };

    [[nodiscard]] double ofCopies(std::size_t i, const PersonTable& beliefs, std::size_t person) const;
    [[nodiscard]] double ofForm(std::size_t i, const PersonTable& beliefs, std::size_t person) const;
    [[nodiscard]] double ofPrint(std::size_t i, const PersonTable& beliefs, std::size_t person) const;
    [[nodiscard]] double ofNeighbours(std::size_t i, const PersonTable& beliefs, std::size_t person) const;
    void comparePrints();
    [[nodiscard]] std::optional<std::size_t> neighbourBeyond(std::size_t i, int direction) const;

    std::span<const reading::PageReading> pages_;
    /// Another page, and how alike both are in the size of their print: 1 is equal.
    struct Print
    {
        std::size_t page = 0;
        double alike = 0.0;
    };

    std::vector<std::vector<Print>> prints_; ///< of each page: those around it
    std::vector<std::vector<Copy>> copies_;  ///< of each page: the others with its number and form
    std::map<std::string, std::vector<std::size_t>> wholeForms_; ///< forms of which no page is there twice
};

} // namespace scanstraat::dossier
