// SPDX-License-Identifier: EUPL-1.2
#include "letters/LineReader.h"

#include "FakeRecogniser.h"
#include "support/WrittenSheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

using reading::FieldReading;
using reading::FieldState;
using test::FakeRecogniser;
using test::lineField;
using test::sheetWith;
using test::WrittenSheet;

constexpr double kPitchMm = 4.8;      ///< of letters in a word: 1 mm and more between them
constexpr double kBaselineMm = 146.4; ///< of the first line; the next is 8 mm lower

/// Sees something struck out before the text.
class StrikingRecogniser : public FakeRecogniser
{
public:
    [[nodiscard]] cv::Mat read(const cv::Mat& line) override
    {
        cv::Mat logs = FakeRecogniser::read(line);
        logs.row(0).setTo(-30.0);
        logs.at<float>(0, static_cast<int>(alphabet().find(kStruckOut))) = 0.0F;
        return logs;
    }
};

/// An engine for print that answers always the same, and how often it was asked.
struct FakePrint
{
    ocr::PrintedText answer;
    int asked = 0;
    std::string alphabet{};

    [[nodiscard]] PrintEngine engine()
    {
        return [this](const cv::Mat& line, const std::string& allowed) {
            EXPECT_FALSE(line.empty());
            alphabet = allowed;
            ++asked;
            return answer;
        };
    }
};

/// HEKEN, steady as print or jumping up and down, read as HHHHH by `probability` a letter.
FieldReading readWithPrint(FakePrint& print, bool steady, double probability,
                           const reading::Curve& curve = {})
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    for (int i = 0; i < 5; ++i) {
        const double jump = steady ? 0.0 : 0.35 * (i % 3);
        sheet.write(std::string(1, "HEKEN"[i]), {83 + i * kPitchMm, kBaselineMm - jump});
    }
    FakeRecogniser recogniser(U'H', probability);
    const LineEngines engines{recogniser, nullptr, nullptr, nullptr, print.engine()};
    return readLines(sheet.scan(), field, engines, curve);
}

TEST(LineReader, ASecondReaderThatAgreesMakesItSurer)
{
    FakePrint print{{"hhhhh", 0.6}};

    const FieldReading reading = readWithPrint(print, false, 0.98);

    EXPECT_EQ(print.asked, 1);
    EXPECT_THAT(print.alphabet, testing::HasSubstr("h"));
    EXPECT_EQ(reading.raw, "HHHHH");
    EXPECT_NEAR(reading.confidence, 0.964, 0.01) << "0.90 without";
    ASSERT_EQ(reading.evidence.size(), 1U);
    EXPECT_EQ(reading.evidence[0].source, "tweede lezer");
}

TEST(LineReader, ASecondReaderThatDisagreesAboutHandwritingChangesNothing)
{
    FakePrint print{{"HEKEN", 0.99}};

    const FieldReading reading = readWithPrint(print, false, 0.98);

    EXPECT_EQ(print.asked, 1);
    EXPECT_EQ(reading.raw, "HHHHH");
    EXPECT_LT(reading.confidence, 0.95);
    EXPECT_TRUE(reading.evidence.empty());
}

TEST(LineReader, NobodyIsAskedAboutHandwritingThatIsSure)
{
    FakePrint print{{"HHHHH", 0.9}};

    (void)readWithPrint(print, false, 0.99999);

    EXPECT_EQ(print.asked, 0);
}

TEST(LineReader, WhatIsTypedIsReadAsPrintAndGoesToReview)
{
    FakePrint print{{"HEKEN", 0.95}};
    const reading::Curve sureOfAll{1.0, 20.0, 0.95};

    const FieldReading reading = readWithPrint(print, true, 0.98, sureOfAll);

    EXPECT_EQ(reading.raw, "HEKEN");
    EXPECT_LE(reading.confidence, 0.9);
    ASSERT_EQ(reading.characters.size(), 5U);
    EXPECT_NEAR(reading.characters[1].box.x, 83 + kPitchMm, 1.5);
    ASSERT_EQ(reading.evidence.size(), 1U);
    EXPECT_EQ(reading.evidence[0].source, "getypt");
    EXPECT_EQ(reading.evidence[0].seen, "HHHHH");
}

TEST(LineReader, PrintIsTrustedSoonerWhereHandwritingMakesNoSense)
{
    FakePrint print{{"HEKEN", 0.7}};

    EXPECT_EQ(readWithPrint(print, true, 0.98).raw, "HHHHH");
    EXPECT_EQ(readWithPrint(print, true, 0.8).raw, "HEKEN");
    EXPECT_EQ(readWithPrint(print, false, 0.8).raw, "HHHHH") << "not typed";
}

TEST(LineReader, PrintThatIsUnsureOrMayNotStandThereIsNotTyped)
{
    for (const ocr::PrintedText& answer : {ocr::PrintedText{"HEKEN", 0.5}, {"HEK@N", 0.95}, {"", 0.95}}) {
        FakePrint print{answer};

        EXPECT_EQ(readWithPrint(print, true, 0.98).raw, "HHHHH") << answer.text;
    }
}

TEST(LineReader, ReadsTheLettersOfAWord)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEKEN", {83, kBaselineMm}, kPitchMm);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

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
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(WrittenSheet().scan(), field, {recogniser});

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.raw, "");
    EXPECT_EQ(recogniser.seen().size(), 0U);
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::ElementsAre(testing::HasSubstr("afgedekt")));
}

TEST(LineReader, DoubtsALineThatIsPartlyCovered)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEKEN", {83, kBaselineMm}, kPitchMm);
    sheet.cover({110, 138, 12, 12});
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHHHH");
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("afgedekt")));
}

TEST(LineReader, AFrameAloneIsEmpty)
{
    const form::Field field = lineField(2);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheetWith(field).scan(), field, {recogniser});

    EXPECT_EQ(reading.state, FieldState::empty);
    EXPECT_EQ(recogniser.seen().size(), 0U);
}

TEST(LineReader, AFrameThatIsPrintedElsewhereIsEmpty)
{
    const form::Field field = lineField(1);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheetWith(field, {0.5, 0.6}).scan(), field, {recogniser});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LineReader, AFrameAloneInBlackAndWhiteIsEmpty)
{
    const form::Field field = lineField(1);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheetWith(field).scan(true), field, {recogniser});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LineReader, DoesNotReadDust)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.dot({90, 143}, 0.5);
    sheet.dot({104, 145}, 0.5);
    sheet.dot({120, 142}, 0.5);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LineReader, ReadsALoneThinOne)
{
    const form::Field field = lineField(1, form::FieldKind::houseNumber);
    WrittenSheet sheet = sheetWith(field);
    sheet.stroke({84.1, 142.6}, {84.0, 146.0}, {0.3, 50});
    FakeRecogniser recogniser(U'1');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "1");
}

TEST(LineReader, PutsASpaceBetweenWords)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK EN H", {83, kBaselineMm}, kPitchMm);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHH HH H");
}

TEST(LineReader, DoesNotPutASpaceBetweenLettersThatStandWide)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HENKEN", {83, kBaselineMm}, 5.3);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHHHHH");
}

TEST(LineReader, ReadsLinesFromTheTop)
{
    const form::Field field = lineField(2);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    sheet.writeApart("EN", {83, kBaselineMm + 8}, kPitchMm);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHH\nHH");
    ASSERT_EQ(reading.characters.size(), 5U);
    EXPECT_LT(reading.characters[2].box.bottom(), reading.characters[3].box.y);
}

TEST(LineReader, AnEmptySecondLineAddsNoLineBreak)
{
    const form::Field field = lineField(2);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHH");
}

TEST(LineReader, ReadsFaintPencil)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm, {0.5, 210});
    FakeRecogniser recogniser(U'H');

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHH");
}

TEST(LineReader, PutsAMarkOnItsLetter)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("EE", {83, kBaselineMm}, kPitchMm);
    // The second of two characters is what the fake takes for a mark upon the first.
    class Marking : public FakeRecogniser
    {
    public:
        [[nodiscard]] cv::Mat read(const cv::Mat& line) override
        {
            cv::Mat logs = FakeRecogniser::read(line);
            const int mark = static_cast<int>(alphabet().find(U'\u0301'));
            bool isSecond = false;
            for (int place = 0; place < logs.rows; ++place) {
                float& letter = logs.at<float>(place, static_cast<int>(alphabet().find(U'E')));
                if (letter > -1.0F) {
                    if (isSecond) {
                        std::swap(letter, logs.at<float>(place, mark));
                    }
                    isSecond = !isSecond;
                }
            }
            return logs;
        }

        Marking() : FakeRecogniser(U'E') {}
    } recogniser;

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "É");
    ASSERT_EQ(reading.characters.size(), 1U);
    EXPECT_EQ(reading.characters[0].text, "É");
}

TEST(LineReader, DoubtsWhatIsLeftBesideSomethingStruckOut)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    StrikingRecogniser recogniser;

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "HHH");
    EXPECT_LE(reading.confidence, 0.5);
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("doorgehaald")));
}

TEST(LineReader, NoCalibrationMakesUpForSomethingStruckOutOrAScratch)
{
    const form::Field field = lineField(1);
    const reading::Curve trusting{1.0, 20.0, 0.95};
    WrittenSheet struck = sheetWith(field);
    struck.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    StrikingRecogniser striking;
    WrittenSheet scratched = sheetWith(field);
    scratched.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    scratched.stroke({126, 143}, {126, 146});
    FakeRecogniser recogniser;

    EXPECT_LE(readLines(struck.scan(), field, {striking}, trusting).confidence, 0.5);
    EXPECT_LE(readLines(scratched.scan(), field, {recogniser}, trusting).confidence, 0.7);
}

TEST(LineReader, WhatIsAllStruckOutIsNoValue)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    FakeRecogniser recogniser(letters::kStruckOut);

    const FieldReading reading = readLines(sheet.scan(), field, {recogniser});

    EXPECT_EQ(reading.raw, "");
    EXPECT_EQ(reading.state, FieldState::unreadable);
    EXPECT_EQ(reading.confidence, 0.0);
    EXPECT_THAT(reading.reasons, testing::Contains(testing::HasSubstr("doorgehaald")));
}

TEST(LineReader, StraightensALineThatRunsUp)
{
    const form::Field field = lineField(1);
    const auto heights = [&](double rise) {
        WrittenSheet sheet = sheetWith(field);
        for (int i = 0; i < 8; ++i) {
            sheet.writeApart("H", {83 + kPitchMm * i, kBaselineMm - rise * i}, kPitchMm);
        }
        FakeRecogniser recogniser;
        (void)readLines(sheet.scan(), field, {recogniser});
        const cv::Mat line = recogniser.seen().at(0) > 80;
        return cv::boundingRect(line).height;
    };

    EXPECT_LE(heights(0.25), heights(0.0) + 2);
}

TEST(LineReader, PassesOnWhatTheEngineThrows)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HEK", {83, kBaselineMm}, kPitchMm);
    test::ThrowingRecogniser recogniser;

    EXPECT_THROW((void)readLines(sheet.scan(), field, {recogniser}), std::runtime_error);
}

} // namespace
} // namespace scanstraat::letters
