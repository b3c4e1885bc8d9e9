// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dossier/PageContent.h"
#include "form/FormTemplate.h"

#include <array>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace scanstraat::dossier {

/// Owner of a page of which that is not told.
inline constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();

/// What the pages of one envelope say about each other, beside their clues and their order: two sheets of the
/// same page are seldom one person's; the pages of a form that is there once are; what was slipped in between
/// two pages of a form does not part them.
class PageRelations
{
public:
    /// `pages`: in scan order; they and `templates` must outlive this.
    PageRelations(std::span<const reading::PageReading> pages, std::span<const form::FormTemplate> templates);

    /// Adds to `weights` (natural logarithms, one a person) what the other pages say about page `i` when they
    /// are whose `owners` (of all pages; kNobody: not told) says.
    void add(std::size_t i, std::span<const std::size_t> owners, std::vector<double>& weights) const;

    /// Whether both are pages of the same form.
    [[nodiscard]] bool areOfOneForm(std::size_t i, std::size_t j) const;

    /// The printed number of a page.
    [[nodiscard]] int numberOf(std::size_t i) const { return pages_[i].number; }

private:
    struct Copy
    {
        std::size_t page = 0;
        Copies kind = Copies::unknown;
    };

    using Owners = std::span<const std::size_t>;
    void addCopies(std::size_t i, Owners owners, std::vector<double>& weights) const;
    void addForm(std::size_t i, Owners owners, std::vector<double>& weights) const;
    void addNeighbours(std::size_t i, Owners owners, std::vector<double>& weights) const;
    [[nodiscard]] std::optional<std::size_t> neighbourBeyond(std::size_t i, int direction) const;

    std::span<const reading::PageReading> pages_;
    std::span<const form::FormTemplate> templates_;
    std::vector<std::array<std::optional<std::size_t>, 2>> neighbours_; ///< neighbourBeyond() to both sides
    std::vector<std::vector<Copy>> copies_; ///< of each page: the others with its number and form
    std::map<std::string, std::vector<std::size_t>> wholeForms_; ///< forms of which no page is there twice
};

} // namespace scanstraat::dossier
