// SPDX-License-Identifier: EUPL-1.2
#include "align/PrintFitter.h"

#include <gtest/gtest.h>

#include <limits>

namespace scanstraat::align {
namespace {

/// A registration of a page whose lines are all where they should be.
reading::Registration sound(std::size_t marks)
{
    reading::Registration registration;
    registration.marks.resize(marks);
    registration.linesSought = 100;
    registration.linesFound = 100;
    registration.lineResidualMm = 0.05;
    registration.uncertaintyMm = 0.05;
    return registration;
}

bool isTrustedWith(std::size_t marks, int found, int sought)
{
    reading::Registration registration = sound(marks);
    registration.linesFound = found;
    registration.linesSought = sought;
    return isTrusted(registration, true);
}

struct Share
{
    std::size_t marks;
    int fewest; ///< of 100 lines
};

class EveryShare : public testing::TestWithParam<Share>
{
};

TEST_P(EveryShare, OfTheLinesIsDemanded)
{
    EXPECT_TRUE(isTrustedWith(GetParam().marks, GetParam().fewest, 100));
    EXPECT_FALSE(isTrustedWith(GetParam().marks, GetParam().fewest - 1, 100));
}

INSTANTIATE_TEST_SUITE_P(Trust, EveryShare,
                         testing::Values(Share{0, 80}, Share{1, 80}, Share{2, 60}, Share{3, 40}, Share{4, 40},
                                         Share{5, 40}));

TEST(Trust, WithoutTwoMarksFourLinesAreDemanded)
{
    for (const std::size_t marks : {0U, 1U}) {
        EXPECT_TRUE(isTrustedWith(marks, 4, 4));
        EXPECT_FALSE(isTrustedWith(marks, 3, 3));
    }
}

TEST(Trust, WithTwoMarksThreeLinesAreDemanded)
{
    EXPECT_TRUE(isTrustedWith(2, 3, 3));
    EXPECT_FALSE(isTrustedWith(2, 2, 2));
    EXPECT_FALSE(isTrustedWith(2, 0, 0));
}

TEST(Trust, WithThreeMarksAPageWithoutLinesIsTrusted)
{
    EXPECT_TRUE(isTrustedWith(3, 0, 0));
}

TEST(Trust, FourMarksThatAgreeAreEnoughForALoneBoxThatIsBlackened)
{
    reading::Registration registration = sound(4);
    registration.residualMm = 0.1;
    registration.linesSought = 4;
    registration.linesFound = 0;
    EXPECT_TRUE(isTrusted(registration, true));

    reading::Registration apart = registration;
    apart.residualMm = 0.3;
    EXPECT_FALSE(isTrusted(apart, true));
    reading::Registration threeMarks = registration;
    threeMarks.marks.resize(3);
    EXPECT_FALSE(isTrusted(threeMarks, true));
    reading::Registration manyLines = registration;
    manyLines.linesSought = 9;
    EXPECT_FALSE(isTrusted(manyLines, true));
}

TEST(Trust, LinesMustFitTogether)
{
    for (const std::size_t marks : {0U, 2U, 3U, 4U}) {
        reading::Registration registration = sound(marks);

        registration.lineResidualMm = 0.2;
        EXPECT_TRUE(isTrusted(registration, true));
        registration.lineResidualMm = 0.201;
        EXPECT_FALSE(isTrusted(registration, true));
    }
}

TEST(Trust, TheMapMustBeCertainAtTheAnswers)
{
    for (const std::size_t marks : {0U, 2U, 3U, 4U}) {
        reading::Registration registration = sound(marks);

        registration.uncertaintyMm = 0.25;
        EXPECT_TRUE(isTrusted(registration, true));
        registration.uncertaintyMm = 0.251;
        EXPECT_FALSE(isTrusted(registration, true));
        registration.uncertaintyMm = std::numeric_limits<double>::quiet_NaN();
        EXPECT_FALSE(isTrusted(registration, true));
    }
}

TEST(Trust, WithoutAnswersTwoMarksAreEnough)
{
    reading::Registration poor = sound(2);
    poor.linesFound = 0;

    EXPECT_TRUE(isTrusted(poor, false));
}

TEST(Trust, WithoutAnswersAndMarksTheLinesMustTell)
{
    reading::Registration poor = sound(1);
    poor.linesFound = 79;

    EXPECT_TRUE(isTrusted(sound(1), false));
    EXPECT_FALSE(isTrusted(poor, false));
}

} // namespace
} // namespace scanstraat::align
