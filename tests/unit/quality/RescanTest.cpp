// SPDX-License-Identifier: EUPL-1.2
#include "quality/Rescan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::quality {
namespace {

using reading::FieldState;
using reading::QualityMeasure;

reading::FieldReading fieldWith(const std::string& raw, FieldState state)
{
    reading::FieldReading field;
    field.fieldId = "7101.2.2";
    field.raw = field.value = raw;
    field.state = state;
    field.confidence = 0.99;
    return field;
}

TEST(Rescan, GivesNoFindingWhereEveryMeasureIsWithinItsLimit)
{
    EXPECT_TRUE(rescanFindings({}).empty());
    EXPECT_TRUE(
        rescanFindings({{QualityMeasure::paperGrey, 246, 100}, {QualityMeasure::blurMm, 0.2, 0.2}}).empty());
}

TEST(Rescan, GivesOneFindingForEachBadMeasureWithValueLimitAndCure)
{
    const auto findings = rescanFindings({{QualityMeasure::paperGrey, 246, 80},
                                          {QualityMeasure::blurMm, 0.314, 0.2},
                                          {QualityMeasure::pixelsPerMm, 3.86, 5.5}});

    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].code, "page.rescan");
    EXPECT_TRUE(findings[0].review);
    EXPECT_EQ(findings[0].message,
              "Scan onscherp (lijnen zijn 0,31 mm vervaagd, hoogstens 0,20 mm). Leg het blad "
              "plat op een schone glasplaat en scan het opnieuw.");
    EXPECT_EQ(findings[0].detail, "blurMm is 0.314, at most 0.2");
    EXPECT_THAT(findings[1].message, testing::StartsWith("Resolutie van de scan te laag (98 dpi"));
}

TEST(Rescan, SaysEachMeasureInItsOwnWords)
{
    std::vector<std::string> messages;
    for (const QualityMeasure measure : reading::kQualityMeasures) {
        const double bad = isLeast(measure) ? 0.0 : 2.0;
        messages.push_back(rescanFindings({{measure, bad, 1.0}}).at(0).message);
    }

    std::ranges::sort(messages);
    EXPECT_EQ(std::ranges::unique(messages).begin(), messages.end());
    EXPECT_THAT(messages, testing::Each(testing::HasSubstr("opnieuw")));
}

TEST(Rescan, LeavesNoAnswerOfABadScanAccepted)
{
    reading::PageReading page;
    page.fields = {fieldWith("JANSEN", FieldState::read), fieldWith("", FieldState::empty),
                   fieldWith("vrouw", FieldState::correctedByApplicant)};
    page.quality = {{QualityMeasure::blurMm, 0.4, 0.2}};

    doubtAll(page);

    for (const reading::FieldReading& field : page.fields) {
        EXPECT_EQ(field.state, FieldState::unsure);
        EXPECT_LE(field.confidence, reading::kContradictedConfidence);
        EXPECT_THAT(field.reasons, testing::ElementsAre("Scan onscherp"));
    }
    EXPECT_EQ(page.fields[0].value, "JANSEN");
}

TEST(Rescan, LeavesTheAnswersOfAGoodScanAlone)
{
    reading::PageReading page;
    page.fields = {fieldWith("JANSEN", FieldState::read)};
    page.quality = {{QualityMeasure::blurMm, 0.1, 0.2}};

    doubtAll(page);

    EXPECT_EQ(page.fields[0].state, FieldState::read);
    EXPECT_EQ(page.fields[0].confidence, 0.99);
}

TEST(Rescan, TakesNoAnswerOutsideThePictureForEmpty)
{
    reading::FieldReading choice = fieldWith("", FieldState::empty);
    choice.boxes.push_back({"man", {}, reading::MarkState::empty, {0.99, 0.01, 0, 0, 0}});
    std::vector<reading::FieldReading> fields{choice, fieldWith("absent", FieldState::empty),
                                              fieldWith("", FieldState::read)};

    withdrawUnseen(fields, std::vector<std::string>{"7101.2.2"});

    for (const reading::FieldReading& field : fields) {
        EXPECT_EQ(field.state, FieldState::unreadable);
        EXPECT_EQ(field.value + field.raw, "");
        EXPECT_EQ(field.confidence, 0.0);
    }
    EXPECT_EQ(fields[0].boxes[0].state, reading::MarkState::unclear);
}

TEST(Rescan, KeepsWhatShowsOfAnAnswerThatIsCutThroughAndAnswersInThePicture)
{
    std::vector<reading::FieldReading> fields{fieldWith("JANS", FieldState::read)};
    withdrawUnseen(fields, std::vector<std::string>{"7101.2.2"});
    EXPECT_EQ(fields[0].raw, "JANS");

    std::vector<reading::FieldReading> inside{fieldWith("", FieldState::empty)};
    withdrawUnseen(inside, std::vector<std::string>{"another"});
    EXPECT_EQ(inside[0].state, FieldState::empty);
}

} // namespace
} // namespace scanstraat::quality
