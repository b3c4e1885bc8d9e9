// SPDX-License-Identifier: EUPL-1.2
#include "marks/AnswerTable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::marks {
namespace {

using reading::FieldState;
using reading::MarkState;

constexpr double kSure = 0.9996;

reading::BoxReading box(std::size_t index, MarkState state, double sure)
{
    reading::BoxReading result;
    result.option = std::string(1, static_cast<char>('a' + index));
    result.state = state;
    result.probabilities.fill((1.0 - sure) / (reading::kMarkStates - 1));
    result.probabilities[static_cast<std::size_t>(state)] = sure;
    return result;
}

/// One letter a box: e(mpty), c(rossed), b(lackened), r(ecrossed), u(nclear).
std::vector<reading::BoxReading> boxesOf(const std::string& marks, double sure = kSure)
{
    std::vector<reading::BoxReading> boxes;
    for (const char mark : marks) {
        const auto state = static_cast<MarkState>(std::string("ecbru").find(mark));
        boxes.push_back(box(boxes.size(), state, sure));
    }
    return boxes;
}

form::Field fieldOf(const std::string& marks)
{
    form::Field field;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        form::Option option;
        option.id = std::string(1, static_cast<char>('a' + i));
        field.options.push_back(option);
    }
    return field;
}

constexpr reading::StateProbabilities kFrequencies{0.7, 0.25, 0.03, 0.014, 0.006};

Answer decide(double acceptFrom, const form::Field& field, const std::vector<reading::BoxReading>& boxes)
{
    std::vector<reading::StateProbabilities> seen;
    for (const reading::BoxReading& box : boxes) {
        seen.push_back(box.probabilities);
    }
    const GroupPosterior posterior(seen, kFrequencies, field.multiple ? GroupKind::anyOf : GroupKind::oneOf);
    return AnswerTable(acceptFrom).decide(field, boxes, posterior);
}

struct Row
{
    const char* marks;
    const char* value;
    FieldState state;
};

void expectRows(const std::vector<Row>& rows, bool multiple, bool firstCounts)
{
    for (const Row& row : rows) {
        form::Field field = fieldOf(row.marks);
        field.multiple = multiple;
        field.firstCounts = firstCounts;

        const Answer answer = decide(0.95, field, boxesOf(row.marks));

        EXPECT_EQ(answer.value, row.value) << row.marks;
        EXPECT_EQ(answer.state, row.state) << row.marks;
        EXPECT_EQ(answer.reasons.empty(), row.state == FieldState::read || row.state == FieldState::empty)
            << row.marks;
    }
}

TEST(AnswerTable, OneOf)
{
    expectRows({{"ce", "a", FieldState::read},
                {"eec", "c", FieldState::read},
                {"bc", "b", FieldState::correctedByApplicant},
                {"cbb", "a", FieldState::correctedByApplicant},
                {"er", "b", FieldState::unsure},
                {"br", "b", FieldState::unsure},
                {"be", "a", FieldState::unsure},
                {"bbe", "", FieldState::unsure},
                {"cce", "", FieldState::unsure},
                {"cre", "", FieldState::unsure},
                {"rre", "", FieldState::unsure},
                {"eee", "", FieldState::empty},
                {"cue", "", FieldState::unsure},
                {"ueb", "", FieldState::unsure}},
               false, false);
}

TEST(AnswerTable, FirstCountsWhereTheFormSaysSo)
{
    expectRows({{"ecc", "b", FieldState::unsure},
                {"ecr", "b", FieldState::unsure},
                {"ebc", "c", FieldState::correctedByApplicant},
                {"cuc", "", FieldState::unsure},
                {"ce", "a", FieldState::read}},
               false, true);
}

TEST(AnswerTable, AnyOf)
{
    expectRows({{"cec", "a,c", FieldState::read},
                {"cbc", "a,c", FieldState::correctedByApplicant},
                {"crc", "a,b,c", FieldState::unsure},
                {"be", "a", FieldState::unsure},
                {"bb", "", FieldState::unsure},
                {"ee", "", FieldState::empty},
                {"cu", "", FieldState::unsure}},
               true, false);
}

TEST(AnswerTable, SaysInDutchWhatTheApplicantDid)
{
    const Answer answer = decide(0.95, fieldOf("cb"), boxesOf("cb"));

    EXPECT_THAT(answer.reasons, testing::ElementsAre("2e vakje zwart gemaakt, 1e vakje aangekruist"));
}

TEST(AnswerTable, ListsSeveralBoxesInDutch)
{
    const Answer answer = decide(0.95, fieldOf("ccec"), boxesOf("ccec"));

    EXPECT_THAT(answer.reasons, testing::Contains("1e, 2e en 4e vakje aangekruist"));
}

TEST(AnswerTable, ConfidenceOfAnyOfIsTheProbabilityThatEachBoxPlaysItsPart)
{
    form::Field field = fieldOf("cee");
    field.multiple = true;

    const Answer answer = decide(0.5, field, boxesOf("cee", 0.96));

    const double marked = 0.96 + 0.01;
    const double free = 0.96 + 0.01;
    EXPECT_NEAR(answer.confidence, marked * free * free, 1e-9);
}

TEST(AnswerTable, SendsAnAnswerThatIsNotSureEnoughToReview)
{
    std::vector<reading::BoxReading> boxes = boxesOf("ce");
    boxes[1].probabilities = {0.6, 0.4, 0.0, 0.0, 0.0};

    const Answer answer = decide(0.95, fieldOf("ce"), boxes);

    EXPECT_EQ(answer.value, "a");
    EXPECT_EQ(answer.state, FieldState::unsure);
    EXPECT_THAT(answer.reasons, testing::ElementsAre("Niet zeker genoeg gelezen"));
}

TEST(AnswerTable, OffersTheOtherOptionWhereBothAreMarked)
{
    const Answer answer = decide(0.95, fieldOf("cc"), boxesOf("cc", 0.9));

    ASSERT_EQ(answer.alternatives.size(), 2U);
    EXPECT_EQ(answer.alternatives[0].value, "a");
    EXPECT_GT(answer.alternatives[0].probability, 0.01);
}

TEST(AnswerTable, ABlackBoxAloneIsNeverACertainAnswer)
{
    EXPECT_LE(decide(0.0, fieldOf("be"), boxesOf("be")).confidence, 0.5);
}

} // namespace
} // namespace scanstraat::marks
