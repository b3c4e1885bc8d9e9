// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace scanstraat::dossier {

/// For each page, for each person: a probability, or a logarithm of one.
using PersonTable = std::vector<std::vector<double>>;

/// How two pages that were scanned one after the other follow each other on paper.
enum class PageStep {
    next,      ///< the page that comes next in the same form
    otherForm, ///< on to another form or from or to a page of none
    opening,   ///< on to the first page of a form that opens an application
    jump       ///< within a form, but not to its next page
};
inline constexpr std::size_t kPageSteps = 4;

/// How well the pages of an envelope kept their order.
struct KeptOrder
{
    double share = 1.0; ///< of pages that were scanned where they belong
    double byChance =
        0.0; ///< probability that the page after one is the next of its form though nobody put it there
};

/// Pages in scan order, and who they may be of: a hidden Markov model whose state is the person. From page to
/// page the person stays the same, or anybody's page follows. How often, for each kind of step, is learned
/// from the pages themselves (Baum and Welch's method, with what is usual as prior), so that the order tells
/// much in an envelope that was scanned as it was posted and nothing in one that fell on the floor.
class PageChain
{
public:
    /// `steps`: one less than there are pages. `shares`: of each person, how likely any page is theirs; they
    /// sum to 1.
    /// `loyalties` (0..1, one a person): on the way to another form a person stays that much less often than
    /// others do; empty: all as often.
    PageChain(std::vector<PageStep> steps, std::vector<double> shares, const KeptOrder& order = {},
              std::vector<double> loyalties = {});

    /// The probabilities of each page's persons; `evidence`: logarithms of how well each page fits each
    /// person, up to a constant a page. Learns from them.
    [[nodiscard]] PersonTable weigh(const PersonTable& evidence);

    /// The logarithm of how likely step `step` leads from one person to the other, as learned.
    [[nodiscard]] double logStep(std::size_t step, std::size_t from, std::size_t to) const;

    /// The same of how likely the first page is a person's.
    [[nodiscard]] double logShare(std::size_t person) const;

private:
    struct Pass;
    /// What is usual, as a number of steps that were seen before: with the same person, and on to anybody.
    struct Usual
    {
        double same;
        double anybody;
        [[nodiscard]] double staying() const { return same / (same + anybody); }
    };
    [[nodiscard]] Pass pass(const PersonTable& evidence) const;
    [[nodiscard]] double stays(std::size_t step, std::size_t person) const;
    void learn(const Pass& pass);

    std::vector<PageStep> steps_;
    std::vector<double> shares_;
    std::vector<double> loyalties_;
    std::array<Usual, kPageSteps> usual_;
    std::vector<double> staying_; ///< by PageStep: probability that the person stays the same
};

} // namespace scanstraat::dossier
