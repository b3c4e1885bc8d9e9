// SPDX-License-Identifier: EUPL-1.2
#include "AnswerLayout.h"
#include "TestForm.h"

#include <gtest/gtest.h>

namespace scanstraat::synth {
namespace {

TEST(AnswerLayout, SpaceLeavesACellEmptyAndStaysOutOfWhatIsWritten)
{
    const form::Field field = combField("9.1", form::FieldKind::name, 12);
    Random random(1, 1);

    const Answer answer = laidOut(field, "DE WIT", random);

    EXPECT_EQ(answer.written, "DEWIT");
    EXPECT_EQ(answer.cells[2], "");
    EXPECT_EQ(normalForm(field.kind, answer), "DE WIT");
}

TEST(AnswerLayout, TextThatIsTooLongDoesNotFit)
{
    const form::Field field = combField("9.1", form::FieldKind::bsn, 9);

    EXPECT_TRUE(fits(field, "123456789"));
    EXPECT_FALSE(fits(field, "1234567890"));
}

TEST(AnswerLayout, TelephoneKeepsItsPlus)
{
    const form::Field field = combField("9.1", form::FieldKind::phone, 13);
    Random random(1, 1);

    const Answer answer = laidOut(field, "+31612345678", random);

    EXPECT_EQ(normalForm(field.kind, answer), "+31612345678");
}

TEST(AnswerLayout, LinesAreJoinedByOneSpace)
{
    form::Field field;
    field.kind = form::FieldKind::freeText;
    field.writing = form::Writing::lines;
    field.lines = {{20, 20, 40, 8}, {20, 28, 40, 8}};
    Random random(1, 1);

    const Answer answer = laidOut(field, "IK WOON HIER AL", random);

    ASSERT_EQ(answer.lines.size(), 2u);
    EXPECT_EQ(answer.written, answer.lines[0] + "\n" + answer.lines[1]);
    EXPECT_EQ(normalForm(field.kind, answer), "IK WOON HIER AL");
}

} // namespace
} // namespace scanstraat::synth
