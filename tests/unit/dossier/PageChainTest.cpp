// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PageChain.h"

#include <gtest/gtest.h>

#include <numeric>

namespace scanstraat::dossier {
namespace {

/// 'A' and 'B': a page that is clearly theirs; '.': any page.
PersonTable evidenceOf(const std::string& pages)
{
    PersonTable evidence;
    for (const char page : pages) {
        evidence.push_back({page == 'A' ? 15.0 : 0.0, page == 'B' ? 15.0 : 0.0});
    }
    return evidence;
}

PersonTable weigh(const std::string& pages, PageStep step)
{
    return PageChain(std::vector(pages.size() - 1, step), {0.5, 0.5}).weigh(evidenceOf(pages));
}

TEST(PageChain, GivesProbabilities)
{
    for (const auto& page : weigh("A..B.", PageStep::otherForm)) {
        EXPECT_NEAR(std::accumulate(page.begin(), page.end(), 0.0), 1.0, 1e-9);
    }
}

TEST(PageChain, APageBetweenTwoOfOnePersonIsTheirs)
{
    EXPECT_GT(weigh("A...A..BBB..B", PageStep::next)[2][0], 0.99);
}

TEST(PageChain, TheChangeIsWhereAnApplicationOpens)
{
    std::vector<PageStep> steps(9, PageStep::next);
    steps[5] = PageStep::opening;

    const PersonTable beliefs = PageChain(steps, {0.5, 0.5}).weigh(evidenceOf("A.A.....B."));

    EXPECT_GT(beliefs[5][0], 0.97);
    EXPECT_GT(beliefs[6][1], 0.97);
}

TEST(PageChain, OrderTellsLittleWhereItIsAJumble)
{
    const PersonTable beliefs = weigh("AB.BABA.ABAB.BABABAB", PageStep::jump);

    EXPECT_LT(beliefs[2][0], 0.8);
    EXPECT_LT(beliefs[7][0], 0.8);
    EXPECT_LT(beliefs[12][1], 0.8);
}

TEST(PageChain, OnePageIsWhatItsEvidenceSays)
{
    EXPECT_GT(PageChain({}, {0.5, 0.5}).weigh(evidenceOf("B"))[0][1], 0.99);
}

} // namespace
} // namespace scanstraat::dossier
