// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dossier/PageChain.h"
#include "dossier/PageRelations.h"
#include "dossier/PrintModel.h"

#include <random>
#include <vector>

namespace scanstraat::dossier {

/// Whose the pages may be, taken together: clues, order, print and what pages say about each other, by
/// drawing ways to share the pages out in proportion to how likely each is (Gibbs sampling: Geman and Geman
/// 1984, with Metropolis's steps for many pages at once). Pages that depend on each other do not confirm each
/// other, as they would if each only looked at what is believed of the others. Deterministic: the seed is
/// fixed.
class PageSampler
{
public:
    /// `inked`: the pages that take part, by their index, in scan order; `clues`: for each of them logarithms
    /// of how well it fits each person; `chain`: their order; `print`: where all pages are nobody's. All must
    /// outlive this.
    PageSampler(const PageChain& chain, const PageRelations& relations, const PrintModel& print,
                const PersonTable& clues, const std::vector<std::size_t>& inked);

    /// The probabilities of the persons of each page of `inked`; `beliefs`: of all pages, where to begin.
    [[nodiscard]] PersonTable sample(const PersonTable& beliefs);

private:
    void begin(const PersonTable& beliefs);
    [[nodiscard]] std::vector<double> conditional(std::size_t k) const;
    [[nodiscard]] double energy() const;
    void drawEach(PersonTable* sums);
    void exchangeStretch();
    void exchangeForm(bool isWhole);
    void setOwners(const std::vector<std::size_t>& owners);
    void tryOwners(const std::vector<std::size_t>& owners);
    [[nodiscard]] std::size_t owner(std::size_t k) const { return owners_[inked_[k]]; }
    [[nodiscard]] bool usesPrint() const;
    [[nodiscard]] std::size_t draw(std::size_t count);

    const PageChain& chain_;
    const PageRelations& relations_;
    PrintModel print_;
    const PersonTable& clues_;
    const std::vector<std::size_t>& inked_;
    std::size_t persons_;
    std::vector<std::size_t> owners_; ///< of all pages; of the blank ones kNobody
    double heat_ = 1.0;               ///< above 1 all differences count less
    std::mt19937 random_{1};
};

} // namespace scanstraat::dossier
