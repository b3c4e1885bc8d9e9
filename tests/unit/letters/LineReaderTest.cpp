// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineReader.h"

#include "FakeClassifier.h"
#include "WrittenSheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

using reading::FieldReading;
using reading::FieldState;
using test::FakeClassifier;
using test::lineField;
using test::sheetWith;
using test::WrittenSheet;

constexpr double kPitchMm = 4.8;      ///< of letters in a word: 1 mm and more between them
constexpr double kBaselineMm = 146.4; ///< of the first line; the next is 8 mm lower

TEST(LineReader, ReadsTheLettersOfAWord)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEKEN", {83, kBaselineMm}, kPitchMm);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHHHH");
    EXPECT_EQ(reading.value, "HHHHH");
    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.fieldId, field.id);
    ASSERT_EQ(reading.characters.size(), 5U);
    EXPECT_NEAR(reading.characters[1].box.x, 83 + kPitchMm, 0.4);
    EXPECT_NEAR(reading.characters[1].box.bottom(), kBaselineMm, 0.4);
}

TEST(LineReader, ALineThatIsCoveredIsNotEmpty)
{
    const form::Field field = lineField(1);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(WrittenSheet().scan(), field, {classifier});

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.raw, "");
    EXPECT_EQ(classifier.seen().size(), 0U);
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::ElementsAre(testing::HasSubstr("afgedekt")));
}

TEST(LineReader, DoubtsALineThatIsPartlyCovered)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEKEN", {83, kBaselineMm}, kPitchMm);
    sheet.cover({110, 138, 12, 12});
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHHHH");
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("afgedekt")));
}

TEST(LineReader, AFrameAloneIsEmpty)
{
    const form::Field field = lineField(2);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheetWith(field).scan(), field, {classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
    EXPECT_EQ(classifier.seen().size(), 0U);
}

TEST(LineReader, AFrameThatIsPrintedElsewhereIsEmpty)
{
    const form::Field field = lineField(1);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheetWith(field, {0.5, 0.6}).scan(), field, {classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LineReader, AFrameAloneInBlackAndWhiteIsEmpty)
{
    const form::Field field = lineField(1);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheetWith(field).scan(true), field, {classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LineReader, DoesNotReadDust)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.dot({90, 143}, 0.5);
    sheet.dot({104, 145}, 0.5);
    sheet.dot({120, 142}, 0.5);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LineReader, ReadsALoneThinOne)
{
    const form::Field field = lineField(1, form::FieldKind::houseNumber);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({84.1, 142.6}, {84.0, 146.0}, {0.3, 50});
    FakeClassifier classifier('1');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "1");
}

TEST(LineReader, PutsASpaceBetweenWords)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK EN H", {83, kBaselineMm}, kPitchMm);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHH HH H");
}

TEST(LineReader, DoesNotPutASpaceBetweenLettersThatStandWide)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HENKEN", {83, kBaselineMm}, 5.3);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHHHHH");
}

TEST(LineReader, ReadsLinesFromTheTop)
{
    const form::Field field = lineField(2);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    sheet.writeApart("EN", {83, kBaselineMm + 8}, kPitchMm);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHH\nHH");
    ASSERT_EQ(reading.characters.size(), 5U);
    EXPECT_LT(reading.characters[2].box.bottom(), reading.characters[3].box.y);
}

TEST(LineReader, AnEmptySecondLineAddsNoLineBreak)
{
    const form::Field field = lineField(2);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHH");
}

TEST(LineReader, ReadsFaintPencil)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm, {0.5, 210});
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "HHH");
}

TEST(LineReader, DividesLettersThatTouch)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HHHH", {83, kBaselineMm}, 4.4);
    sheet.stroke({84, 144.1}, {99, 144.1}, {0.35, 50});
    FakeClassifier classifier('H');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_GE(reading.characters.size(), 3U);
}

TEST(LineReader, ReadsAnAccentWithLittleBelief)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("E", {83, 147.0}, 4.0);
    sheet.write("E", {88, 147.0}, 4.0);
    sheet.stroke({89.2, 142.1}, {90.3, 141.2}, {0.4, 50});
    FakeClassifier classifier('E');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "EÉ");
    ASSERT_EQ(reading.characters.size(), 2U);
    EXPECT_LT(reading.characters[1].probability, 0.7);
    EXPECT_LT(reading.confidence, 0.7);
    EXPECT_THAT(reading.characters[1].alternatives,
                testing::Contains(testing::Field(&reading::Alternative::value, "E")));
    EXPECT_FALSE(reading.reasons.empty());
}

TEST(LineReader, ReadsADiaeresis)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("E", {83, 147.0}, 4.0);
    sheet.write("E", {88, 147.0}, 4.0);
    sheet.dot({88.9, 141.8}, 0.7);
    sheet.dot({90.3, 141.8}, 0.7);
    FakeClassifier classifier('E');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "EË");
}

TEST(LineReader, DoesNotSeeAnAccentOnALetterWithout)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("EE", {83, kBaselineMm}, kPitchMm);
    FakeClassifier classifier('E');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "EE");
    EXPECT_GT(reading.confidence, 0.7);
}

TEST(LineReader, ADottedIStaysAnI)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.write("H", {83, 147.0}, 4.5);
    sheet.stroke({89, 143.4}, {89, 146.8});
    sheet.dot({89, 141.9}, 0.7);
    FakeClassifier classifier('I');

    const FieldReading reading = readLines(sheet.scan(), field, {classifier});

    EXPECT_EQ(reading.raw, "II");
    ASSERT_EQ(reading.characters.size(), 2U);
    EXPECT_GT(reading.characters[1].probability, 0.9);
}

TEST(LineReader, PassesOnWhatTheEngineThrows)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    test::ThrowingClassifier classifier;

    EXPECT_THROW((void)readLines(sheet.scan(), field, {classifier}), std::runtime_error);
}

} // namespace
} // namespace scanstraat::letters
