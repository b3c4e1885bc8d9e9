// SPDX-License-Identifier: EUPL-1.2
#include "letters/CombReader.h"

#include "FakeClassifier.h"
#include "support/WrittenSheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace scanstraat::letters {
namespace {

using reading::FieldReading;
using reading::FieldState;
using test::combField;
using test::FakeClassifier;
using test::inCell;
using test::PreparedClassifier;
using test::sheetWith;
using test::WrittenSheet;

/// Reads a comb with ink in as many cells as there are answers.
FieldReading readAnswers(form::FieldKind kind, const std::vector<PreparedClassifier::Answer>& answers)
{
    const form::Field field = combField(answers.size(), kind);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart(std::string(answers.size(), 'H'), inCell(0), test::kCellMm);
    PreparedClassifier classifier(answers);
    return readComb(sheet.scan(), field, {classifier, classifier});
}

/// The digits of a number, each of them by `probability`.
std::vector<PreparedClassifier::Answer> digitsOf(const std::string& number, float probability)
{
    std::vector<PreparedClassifier::Answer> answers;
    for (const char digit : number) {
        const char other = digit == '9' ? '0' : static_cast<char>(digit + 1);
        answers.push_back({{digit, probability}, {other, 1.0F - probability}});
    }
    return answers;
}

TEST(CombReader, ReadsEachWrittenCell)
{
    const form::Field field = combField(5);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("BEHKN", inCell(0), test::kCellMm);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(classifier.seen().size(), 5U);
    EXPECT_EQ(reading.raw, "AAAAA");
    EXPECT_EQ(reading.value, "AAAAA");
    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.fieldId, field.id);
    EXPECT_NEAR(reading.confidence, std::pow(0.999, 5), 0.005);
}

TEST(CombReader, AnEmptyCombIsEmpty)
{
    const form::Field field = combField(5);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheetWith(field).scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
    EXPECT_EQ(reading.raw, "");
    EXPECT_EQ(classifier.seen().size(), 0U);
    EXPECT_EQ(reading.characters.size(), 5U);
    EXPECT_GT(reading.confidence, 0.99);
    EXPECT_TRUE(reading.reasons.empty());
}

TEST(CombReader, ACombThatIsCoveredIsNotEmpty)
{
    const form::Field field = combField(5);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(WrittenSheet().scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_EQ(reading.reasons.size(), 1U);
}

TEST(CombReader, DoubtsACombThatIsPartlyCovered)
{
    const form::Field field = combField(9);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("12345", {81.5, 151}, test::kCellMm);
    sheet.cover({80 + 5 * test::kCellMm, 143, 2 * test::kCellMm, 11});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "AAAAA");
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("afgedekt")));
}

TEST(CombReader, AnEmptyCombInBlackAndWhiteIsEmpty)
{
    const form::Field field = combField(5);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheetWith(field).scan(true), field, {classifier, classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(CombReader, ShowsGlyphsAsTheNetworkWasTrainedOn)
{
    const form::Field field = combField(3);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", inCell(1));
    FakeClassifier classifier;

    (void)readComb(sheet.scan(), field, {classifier, classifier});

    ASSERT_EQ(classifier.seen().size(), 1U);
    const cv::Mat& glyph = classifier.seen().front();
    EXPECT_EQ(glyph.size(), cv::Size(kGlyphSide, kGlyphSide));
    EXPECT_NEAR(cv::boundingRect(glyph > 60).height, kGlyphBox, 1);
    double darkest = 0.0;
    cv::minMaxLoc(glyph, nullptr, &darkest);
    EXPECT_GT(darkest, 230.0);
    EXPECT_EQ(glyph.at<uchar>(0, 0), 0);
}

TEST(CombReader, AnEmptyCellBetweenIsASpace)
{
    const form::Field field = combField(6);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("BE H", inCell(0), test::kCellMm);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "AA A");
    EXPECT_EQ(reading.characters[2].text, "");
    EXPECT_EQ(classifier.seen().size(), 3U);
}

TEST(CombReader, KeepsEmptyCellsBeforeTheWriting)
{
    const form::Field field = combField(4);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", inCell(2));
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "  A");
}

TEST(CombReader, GivesAStrokeThatRunsIntoTheNextCellToItsOwn)
{
    const form::Field field = combField(4);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({86.2, 147.0}, {91.6, 147.0}); // the second cell ends at 90.6
    sheet.stroke({91.6, 147.0}, {87.5, 150.8});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, " A");
    ASSERT_EQ(classifier.seen().size(), 1U);
    EXPECT_NEAR(cv::boundingRect(classifier.seen().front() > 60).width, kGlyphBox, 1);
}

TEST(CombReader, KeepsTheNeighbourOfAStrokeThatRunsOver)
{
    const form::Field field = combField(4);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({86.2, 147.0}, {91.6, 147.0});
    sheet.stroke({91.6, 147.0}, {87.5, 150.8});
    sheet.stroke({93.6, 146.4}, {93.6, 150.9});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, " AA");
    ASSERT_EQ(classifier.seen().size(), 2U);
    EXPECT_LT(cv::boundingRect(classifier.seen().back() > 60).width, 8); // the upright stroke alone
}

TEST(CombReader, DividesTwoCharactersThatTouch)
{
    const form::Field field = combField(4);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", inCell(1));
    sheet.write("H", inCell(2));
    sheet.stroke({88.0, 148.6}, {93.0, 148.6});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, " AA");
    EXPECT_EQ(classifier.seen().size(), 2U);
}

TEST(CombReader, DoesNotReadACaptionAboveTheComb)
{
    const form::Field field = combField(5);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("DAG MAAND JAAR", {80.3, 144.3}, 1.9, {0.3, 30});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
    EXPECT_EQ(classifier.seen().size(), 0U);
}

TEST(CombReader, DoesNotMixACaptionIntoTheWriting)
{
    const form::Field field = combField(5);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("DAG MAAND JAAR", {80.3, 144.3}, 1.9, {0.3, 30});
    sheet.write("H", inCell(0));
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "A");
    ASSERT_EQ(classifier.seen().size(), 1U);
    const cv::Rect ink = cv::boundingRect(classifier.seen().front() > 60);
    EXPECT_GT(ink.width, 12); // an H alone: no caption makes it taller
}

TEST(CombReader, DoesNotReadDust)
{
    const form::Field field = combField(5);
    WrittenSheet sheet = sheetWith(field);
    sheet.dot({82.0, 148.0}, 0.5);
    sheet.dot({87.6, 149.5}, 0.3);
    sheet.dot({98.3, 147.1}, 0.6, 120);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
    EXPECT_EQ(classifier.seen().size(), 0U);
}

TEST(CombReader, ReadsAHyphen)
{
    const form::Field field = combField(3);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({81.9, 148.6}, {83.5, 148.6});
    sheet.write("H", inCell(1));
    FakeClassifier classifier('-');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "--");
    ASSERT_EQ(classifier.seen().size(), 2U);
    EXPECT_LT(cv::boundingRect(classifier.seen().front() > 60).width, 15); // keeps its size
}

TEST(CombReader, FollowsACombThatIsPrintedElsewhere)
{
    const form::Field field = combField(5);
    const PointMm off{0.6, -0.6};
    WrittenSheet sheet = sheetWith(field, off);
    sheet.writeApart("BEHKN", {inCell(0).x + off.x, inCell(0).y + off.y}, test::kCellMm);
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "AAAAA");
    EXPECT_EQ(classifier.seen().size(), 5U);
    EXPECT_NEAR(reading.characters[1].box.x, field.cells[1].x + off.x, 0.15);
    EXPECT_NEAR(reading.characters[1].box.y, field.cells[1].y + off.y, 0.15);
}

TEST(CombReader, AnEmptyCombThatIsPrintedElsewhereIsEmpty)
{
    const form::Field field = combField(5);
    FakeClassifier classifier('A');

    const FieldReading reading =
        readComb(sheetWith(field, {-0.6, 0.6}).scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(CombReader, DoubtsABlackenedCell)
{
    const form::Field field = combField(3);
    WrittenSheet sheet = sheetWith(field);
    sheet.blacken({81.0, 146.2, 3.4, 4.6});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    ASSERT_EQ(reading.characters.size(), 3U);
    EXPECT_LE(reading.characters[0].probability, 0.3);
    EXPECT_LE(reading.confidence, 0.3);
}

TEST(CombReader, DoesNotTakeABroadPenForABlackenedCell)
{
    const form::Field field = combField(8);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("BEMW5689", inCell(0), test::kCellMm, {0.8, 50});
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_GT(reading.confidence, 0.98);
}

TEST(CombReader, DoubtsAHatchedCell)
{
    const form::Field field = combField(3);
    WrittenSheet sheet = sheetWith(field);
    for (int i = 0; i < 8; ++i) {
        sheet.stroke({81.0, 146.3 + 0.55 * i}, {84.4, 146.6 + 0.55 * i});
        sheet.stroke({84.4, 146.6 + 0.55 * i}, {81.0, 146.85 + 0.55 * i});
    }
    FakeClassifier classifier('A');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    ASSERT_EQ(reading.characters.size(), 3U);
    EXPECT_LE(reading.characters[0].probability, 0.3);
}

TEST(CombReader, ReadsAThinOne)
{
    const form::Field field = combField(3, form::FieldKind::number);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({82.7, 147.0}, {82.6, 150.2}, {0.3, 50});
    FakeClassifier classifier('1');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "1");
}

TEST(CombReader, ReadsALoneThinOneInALongComb)
{
    const form::Field field = combField(10, form::FieldKind::number);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({130.4, 147.0}, {130.3, 150.2}, {0.3, 50});
    FakeClassifier classifier('1');

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    EXPECT_EQ(reading.raw, "         1");
}

TEST(CombReader, SaysWhichCharacterIsDoubtful)
{
    const form::Field field = combField(3);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", inCell(2));
    FakeClassifier classifier('A', 0.8F);

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    ASSERT_EQ(reading.reasons.size(), 1U);
    EXPECT_THAT(reading.reasons.front(), testing::StartsWith("3e teken onduidelijk: A of "));
}

TEST(CombReader, KeepsToTheAlphabetOfTheCell)
{
    const form::Field field = combField(6, form::FieldKind::postcode);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", inCell(3));
    sheet.write("H", inCell(4));
    FakeClassifier classifier('A', 0.5F);

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier});

    ASSERT_EQ(reading.characters.size(), 6U);
    EXPECT_THAT(reading.characters[3].text, testing::MatchesRegex("[0-9]"));
    EXPECT_EQ(reading.characters[4].text, "A");
}

TEST(CombReader, NamesTheNextThreeThatMayStandThere)
{
    const FieldReading reading =
        readAnswers(form::FieldKind::number,
                    {{{'A', 0.2F}, {'3', 0.3F}, {'1', 0.2F}, {'7', 0.15F}, {'2', 0.1F}, {'8', 0.05F}}});

    ASSERT_EQ(reading.characters.size(), 1U);
    EXPECT_EQ(reading.characters[0].text, "3");
    ASSERT_EQ(reading.characters[0].alternatives.size(), 3U);
    EXPECT_EQ(reading.characters[0].alternatives[0].value, "1");
    EXPECT_EQ(reading.characters[0].alternatives[1].value, "7");
    EXPECT_EQ(reading.characters[0].alternatives[2].value, "2");
    EXPECT_NEAR(reading.characters[0].alternatives[0].probability, 0.25, 1e-6);
}

TEST(CombReader, ANumberThatPassesTheElfproefIsSurer)
{
    const FieldReading reading = readAnswers(form::FieldKind::bsn, digitsOf("123456782", 0.98F));

    EXPECT_EQ(reading.value, "123456782");
    EXPECT_GT(reading.confidence, 0.97) << "0.83 by the picture alone";
    ASSERT_EQ(reading.evidence.size(), 1U);
    EXPECT_EQ(reading.evidence[0].source, "elfproef");
    EXPECT_EQ(reading.evidence[0].seen, "");
}

TEST(CombReader, NoElfproefMakesADoubtfulDigitSure)
{
    auto answers = digitsOf("123456782", 0.999F);
    answers[3] = {{'4', 0.8F}, {'9', 0.2F}};

    const FieldReading reading = readAnswers(form::FieldKind::bsn, answers);

    EXPECT_EQ(reading.value, "123456782");
    EXPECT_LE(reading.confidence, 0.8);
}

TEST(CombReader, WhatOnlyTheElfproefSaysGoesToReview)
{
    auto answers = digitsOf("123456782", 0.999F);
    answers[8] = {{'3', 0.55F}, {'2', 0.45F}};
    const reading::Curve sureOfAll{1.0, 20.0, 0.95};
    const form::Field field = combField(answers.size(), form::FieldKind::bsn);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart(std::string(answers.size(), 'H'), inCell(0), test::kCellMm);
    PreparedClassifier classifier(answers);

    const FieldReading reading = readComb(sheet.scan(), field, {classifier, classifier}, sureOfAll);

    EXPECT_EQ(reading.value, "123456782");
    EXPECT_LT(reading.confidence, sureOfAll.acceptFrom);
    ASSERT_EQ(reading.evidence.size(), 1U);
    EXPECT_EQ(reading.evidence[0].seen, "123456783");
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("elfproef")));
}

TEST(CombReader, AClearNumberThatFailsTheElfproefStaysAsItIs)
{
    const FieldReading reading = readAnswers(form::FieldKind::bsn, digitsOf("123456783", 0.9999F));

    EXPECT_EQ(reading.value, "123456783");
}

TEST(CombReader, WhatIsStruckOutIsNoCharacter)
{
    auto answers = digitsOf("1234", 0.999F);
    answers[1] = {{'2', 0.1F}, {PreparedClassifier::kStruckOut, 0.9F}};

    const FieldReading reading = readAnswers(form::FieldKind::number, answers);

    EXPECT_EQ(reading.raw, "1 34");
    EXPECT_EQ(reading.characters[1].text, "");
    EXPECT_EQ(reading.characters[1].probability, 0.0);
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("doorgehaald")));
}

TEST(CombReader, ACombThatIsAllStruckOutIsUnreadable)
{
    const PreparedClassifier::Answer struck{{'2', 0.2F}, {PreparedClassifier::kStruckOut, 0.8F}};

    const FieldReading reading = readAnswers(form::FieldKind::number, {struck, struck});

    EXPECT_EQ(reading.state, FieldState::unreadable);
    EXPECT_EQ(reading.value, "");
    EXPECT_EQ(reading.confidence, 0.0);
}

TEST(CombReader, PassesOnWhatTheEngineThrows)
{
    const form::Field field = combField(3);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", inCell(0));
    test::ThrowingClassifier classifier;

    EXPECT_THROW((void)readComb(sheet.scan(), field, {classifier, classifier}), std::runtime_error);
}

} // namespace
} // namespace scanstraat::letters
