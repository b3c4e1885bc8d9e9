// SPDX-License-Identifier: EUPL-1.2
#include "letters/CombSearch.h"

#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

/// One text that obeys: "13".
class OnlyThirteen : public rules::Grammar
{
public:
    explicit OnlyThirteen(double otherwise = 0.001) : otherwise_(otherwise) {}

    [[nodiscard]] State after(State state, std::size_t /*cell*/, char character) const override
    {
        return state * 10 + (character == ' ' ? 0 : character - '0');
    }
    [[nodiscard]] double likelihood(State end) const override { return end == 13 ? 1.0 : otherwise_; }
    [[nodiscard]] std::string name() const override { return "dertien"; }

private:
    double otherwise_;
};

const std::vector<Candidates> kSeventeen{{{'1', 0.9}, {'7', 0.1}}, {{'7', 0.6}, {'3', 0.4}}};

TEST(CombSearch, TakesTheLikeliestOfEachCellWithoutAGrammar)
{
    const CombText found = searchComb(kSeventeen, nullptr);

    EXPECT_EQ(found.text, "17");
    EXPECT_EQ(found.seen, "17");
    EXPECT_NEAR(found.probability, 0.54, 1e-9);
    EXPECT_NEAR(found.probabilityOfSeen, 0.54, 1e-9);
}

TEST(CombSearch, TakesWhatObeysWhereThePictureDoubts)
{
    const OnlyThirteen grammar;

    const CombText found = searchComb(kSeventeen, &grammar);

    EXPECT_EQ(found.text, "13");
    EXPECT_EQ(found.seen, "17");
    EXPECT_NEAR(found.probability, 0.36 / (0.36 + 0.001 * 0.64), 1e-6);
}

TEST(CombSearch, KeepsWhatIsClearlyWrittenThoughItBreaksTheRule)
{
    const OnlyThirteen grammar;
    const std::vector<Candidates> cells{{{'1', 0.9999}, {'7', 0.0001}}, {{'7', 0.9999}, {'3', 0.0001}}};

    const CombText found = searchComb(cells, &grammar);

    EXPECT_EQ(found.text, "17");
    EXPECT_LT(found.probability, found.probabilityOfSeen) << "but the rule makes it less sure";
}

TEST(CombSearch, IsSurerOfWhatObeys)
{
    const OnlyThirteen grammar;
    const std::vector<Candidates> cells{{{'1', 0.99}, {'7', 0.01}}, {{'3', 0.95}, {'8', 0.05}}};

    const CombText found = searchComb(cells, &grammar);

    EXPECT_EQ(found.text, "13");
    EXPECT_GT(found.probability, 0.9998);
}

TEST(CombSearch, AGrammarThatPrefersNothingChangesNothing)
{
    const OnlyThirteen grammar(1.0);

    const CombText found = searchComb(kSeventeen, &grammar);

    EXPECT_EQ(found.text, "17");
    EXPECT_NEAR(found.probability, 0.54, 1e-9);
}

TEST(CombSearch, ReadsEmptyCells)
{
    const std::vector<Candidates> cells{{{' ', 1.0}}, {{'3', 1.0}}};

    EXPECT_EQ(searchComb(cells, nullptr).text, " 3");
}

} // namespace
} // namespace scanstraat::letters
