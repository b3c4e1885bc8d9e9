// SPDX-License-Identifier: EUPL-1.2
#include "ChoiceMaker.h"
#include "TestForm.h"

#include <gtest/gtest.h>

namespace scanstraat::synth {
namespace {

using reading::MarkState;

Answer judged(form::Field field, MarkState a, MarkState b, MarkState c)
{
    Answer answer;
    answer.boxes = {{"a", a}, {"b", b}, {"c", c}};
    judgeChoice(field, answer);
    return answer;
}

TEST(ChoiceMaker, OneCrossIsTheAnswer)
{
    const Answer answer = judged(choiceField("9.2"), MarkState::empty, MarkState::crossed, MarkState::empty);

    EXPECT_EQ(answer.value, "b");
    EXPECT_FALSE(answer.corrected);
}

TEST(ChoiceMaker, BlackenedBoxWithACrossElsewhereIsACorrection)
{
    const Answer answer =
        judged(choiceField("9.2"), MarkState::blackened, MarkState::empty, MarkState::crossed);

    EXPECT_EQ(answer.value, "c");
    EXPECT_TRUE(answer.corrected);
}

TEST(ChoiceMaker, RecrossedBoxIsACorrectedAnswer)
{
    const Answer answer =
        judged(choiceField("9.2"), MarkState::recrossed, MarkState::empty, MarkState::empty);

    EXPECT_EQ(answer.value, "a");
    EXPECT_TRUE(answer.corrected);
}

TEST(ChoiceMaker, OnlyBlackenedBoxIsTheProposedAnswer)
{
    const Answer answer =
        judged(choiceField("9.2"), MarkState::empty, MarkState::blackened, MarkState::empty);

    EXPECT_EQ(answer.value, "b");
    EXPECT_FALSE(answer.corrected);
}

TEST(ChoiceMaker, SeveralCrossesGiveNoAnswer)
{
    const Answer answer =
        judged(choiceField("9.2"), MarkState::empty, MarkState::crossed, MarkState::crossed);

    EXPECT_EQ(answer.value, "");
}

TEST(ChoiceMaker, SeveralCrossesGiveTheFirstWhereTheFormSaysSo)
{
    form::Field field = choiceField("9.2");
    field.firstCounts = true;

    const Answer answer = judged(field, MarkState::empty, MarkState::crossed, MarkState::crossed);

    EXPECT_EQ(answer.value, "b");
}

TEST(ChoiceMaker, AnyOfGroupGivesAllCrossedOptionsInOrder)
{
    form::Field field = choiceField("9.2");
    field.multiple = true;

    const Answer answer = judged(field, MarkState::crossed, MarkState::blackened, MarkState::crossed);

    EXPECT_EQ(answer.value, "a,c");
}

TEST(ChoiceMaker, EmptyGroupHasNoAnswer)
{
    const Answer answer = leaveChoice(choiceField("9.2"));

    EXPECT_EQ(answer.value, "");
    EXPECT_EQ(answer.boxes.size(), 3u);
}

} // namespace
} // namespace scanstraat::synth
