// SPDX-License-Identifier: EUPL-1.2
#include "Summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::battery {
namespace {

Case caseOf(Outcome outcome, int marks, double rmsMm = 0.0)
{
    Case one;
    one.group = one.done = "skew";
    one.intactMarks = marks;
    one.verdict = {outcome, "", rmsMm, 2 * rmsMm};
    return one;
}

TEST(Summary, CountsEachOutcome)
{
    const std::vector<Case> cases{caseOf(Outcome::right, 4, 0.1),
                                  caseOf(Outcome::right, 4, 0.05),
                                  caseOf(Outcome::misregistered, 4, 1.0),
                                  caseOf(Outcome::refused, 2),
                                  caseOf(Outcome::refused, 1),
                                  caseOf(Outcome::unfit, 4)};

    const Row row = summed("skew", 1.0, cases);

    EXPECT_EQ(row.pages, 6);
    EXPECT_EQ(row.count(Outcome::right), 2);
    EXPECT_EQ(row.count(Outcome::refused), 2);
    EXPECT_EQ(row.refusedWithMarks, 1);
    EXPECT_EQ(row.harmful(), 2);
}

TEST(Summary, TheShareThatWasReadIsOfPagesThatShouldBe)
{
    std::vector<Case> cases{caseOf(Outcome::right, 4), caseOf(Outcome::refused, 2),
                            caseOf(Outcome::refused, 1), caseOf(Outcome::refused, 3),
                            caseOf(Outcome::refused, 4)};
    cases[3].strength = 1.5;
    cases[4].mustBeRefused = true;
    ReadShare share;

    share.add(cases);

    EXPECT_EQ(share.share(), 0.5);
    EXPECT_EQ(ReadShare().share(), 0.0); // a demand is not met by nothing
}

TEST(Summary, CountsTheScansThatMustBeMadeAgain)
{
    std::vector<Case> cases{caseOf(Outcome::right, 4), caseOf(Outcome::refused, 4)};
    cases[1].verdict.rescan = true;

    EXPECT_EQ(summed("blur", 1.0, cases).rescans, 1);
}

TEST(Summary, RefusingWhatMustBeRefusedIsNotNeedless)
{
    Case overlapping = caseOf(Outcome::refused, 4);
    overlapping.mustBeRefused = true;

    EXPECT_EQ(summed("overlap", 1.0, std::vector<Case>{overlapping}).refusedWithMarks, 0);
    EXPECT_TRUE(isNeedless(caseOf(Outcome::refused, 2)));
    EXPECT_FALSE(isNeedless(caseOf(Outcome::refused, 1)));
}

TEST(Summary, MeasuresOnlyPagesOfTheRightIdentity)
{
    const std::vector<Case> cases{caseOf(Outcome::right, 4, 0.1), caseOf(Outcome::coarse, 4, 0.3),
                                  caseOf(Outcome::right, 4, 0.2), caseOf(Outcome::wrongIdentity, 4, 9.0),
                                  caseOf(Outcome::unfit, 4, 9.0)};

    const Row row = summed("skew", 1.0, cases);

    EXPECT_DOUBLE_EQ(row.rmsMedianMm, 0.2);
    EXPECT_DOUBLE_EQ(row.rmsMaxMm, 0.3);
    EXPECT_DOUBLE_EQ(row.worstMaxMm, 0.6);
}

TEST(Summary, NothingMeasuredIsZero)
{
    EXPECT_EQ(summed("skew", 1.0, {}).rmsMedianMm, 0.0);
}

TEST(Summary, HasARowForEachStrength)
{
    std::vector<Case> cases{caseOf(Outcome::right, 4), caseOf(Outcome::right, 4), caseOf(Outcome::right, 4)};
    cases[1].strength = 1.5;

    const std::vector<Row> rows = byGroup(cases);

    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].pages, 2);
    EXPECT_EQ(rows[1].strength, 1.5);
}

TEST(Summary, SplitsByIntactMarks)
{
    const std::vector<Row> rows =
        byMarks({caseOf(Outcome::right, 4), caseOf(Outcome::refused, 0), caseOf(Outcome::right, 2)});

    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[0].pages, 1);
    EXPECT_EQ(rows[1].pages, 0);
    EXPECT_EQ(rows[2].count(Outcome::right), 1);
    EXPECT_EQ(rows[4].count(Outcome::refused), 1);
    EXPECT_EQ(rows[5].pages, 3);
}

TEST(Summary, TablesHaveALineForEachRow)
{
    const std::vector<Row> rows = byGroup({caseOf(Outcome::right, 4, 0.1)});

    EXPECT_THAT(toCsv(rows), testing::HasSubstr("\nskew,1.00,1,1,0,0,0,0,0,0,0,0.100,0.100,0.200,"));
    EXPECT_THAT(toMarkdown(rows), testing::HasSubstr("\n| skew | 1.00 | 1 | 1 |"));
    EXPECT_THAT(casesCsv({caseOf(Outcome::right, 4, 0.1)}),
                testing::HasSubstr("\nskew,1.00,0,skew,4,right,"));
}

} // namespace
} // namespace scanstraat::battery
