// SPDX-License-Identifier: EUPL-1.2
#include "letters/LetterReader.h"

#include "base/Error.h"
#include "support/TemporaryFolder.h"

#include "FakeClassifier.h"
#include "FakeRecogniser.h"
#include "support/WrittenSheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::letters {
namespace {

using reading::FieldReading;
using reading::FieldState;
using test::combField;
using test::FakeClassifier;
using test::FakeRecogniser;
using test::inCell;
using test::lineField;
using test::sheetWith;
using test::WrittenSheet;

const std::filesystem::path kModels = std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models";

const std::string kDescription = R"({"version": "letters 1",
    "letters": {"alphabet": "0123456789", "temperature": 1.0},
    "digits": {"alphabet": "01", "sure": 0.99, "quick": {"temperature": 1.0}, "thorough": {"temperature": 1.0}}})";

/// The message with which the models of a folder are refused; empty when they are not.
std::string refusal(const std::filesystem::path& folder)
{
    try {
        const LetterReader reader(folder);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        return error.what();
    }
    return "";
}

void copyModels(const std::vector<std::string>& names, const test::TemporaryFolder& folder)
{
    for (const std::string& name : names) {
        std::filesystem::copy_file(kModels / name, folder / name);
    }
}

/// Accepts every kind of field of the tests from there on.
reading::Calibration accepting(double acceptFrom)
{
    reading::Calibration calibration;
    for (const form::FieldKind kind : {form::FieldKind::name, form::FieldKind::number}) {
        calibration.set(toString(kind), {1.0, 0.0, acceptFrom});
    }
    return calibration;
}

/// Reads two letters of the given probability each, from a comb or from a line.
FieldReading readTwo(form::Writing writing, float probability, double acceptFrom)
{
    const bool isComb = writing == form::Writing::comb;
    const form::Field field = isComb ? combField(4) : lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HE", isComb ? inCell(0) : PointMm{83, 146.4}, test::kCellMm);
    LetterReader reader(std::make_unique<FakeClassifier>('A', probability),
                        std::make_unique<FakeRecogniser>(U'A', probability), accepting(acceptFrom), "fake 1");
    return reader.read(sheet.scan(), field);
}

/// How many cells hold the character written there.
int rightCharacters(const FieldReading& reading, const std::string& written)
{
    int right = 0;
    for (std::size_t i = 0; i < std::min(written.size(), reading.characters.size()); ++i) {
        right += reading.characters[i].text == written.substr(i, 1) ? 1 : 0;
    }
    return right;
}

TEST(LetterReader, NamesTheDescriptionThatIsMissing)
{
    const test::TemporaryFolder folder;

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("letters.json"));
}

TEST(LetterReader, NamesTheDescriptionThatIsNoJson)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "letters.json", "{\"version\": ");

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("letters.json"));
}

TEST(LetterReader, NamesTheDescriptionThatLacksANetwork)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "letters.json", R"({"version": "letters 1", "digits": {}})");

    EXPECT_THAT(refusal(folder / "."),
                testing::AllOf(testing::HasSubstr("letters.json"), testing::HasSubstr("'letters'")));
}

TEST(LetterReader, NamesTheCalibrationThatIsMissing)
{
    const test::TemporaryFolder folder;
    copyModels({"letters.json", "letters.onnx", "digits-quick.onnx", "digits-thorough.onnx", "lines.json",
                "lines.onnx", "spelling.json"},
               folder);

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("calibration.json"));
}

TEST(LetterReader, ACalibrationChangesTheConfidence)
{
    const form::Field field = combField(4);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HE", inCell(0), test::kCellMm);
    reading::Calibration halved;
    halved.set("name", {0.5, 0.0, 0.5});
    LetterReader reader(std::make_unique<FakeClassifier>('A', 0.98F), std::make_unique<FakeRecogniser>(),
                        halved, "fake 1");

    EXPECT_LT(reader.read(sheet.scan(), field).confidence, 0.9) << "0.96 without";
}

TEST(LetterReader, NamesTheModelThatIsMissing)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "letters.json", kDescription);

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("letters.onnx"));
}

TEST(LetterReader, NamesTheSecondModelThatIsMissing)
{
    const test::TemporaryFolder folder;
    std::filesystem::copy_file(kModels / "letters.json", folder / "letters.json");
    std::filesystem::copy_file(kModels / "letters.onnx", folder / "letters.onnx");
    std::filesystem::copy_file(kModels / "digits-quick.onnx", folder / "digits-quick.onnx");

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("digits-thorough.onnx"));
}

TEST(LetterReader, NamesTheSpellingModelThatIsMissing)
{
    const test::TemporaryFolder folder;
    copyModels({"letters.json", "letters.onnx", "digits-quick.onnx", "digits-thorough.onnx", "lines.json",
                "lines.onnx"},
               folder);

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("spelling.json"));
}

TEST(LetterReader, NamesTheModelOfLinesThatIsMissing)
{
    const test::TemporaryFolder folder;
    copyModels({"letters.json", "letters.onnx", "digits-quick.onnx", "digits-thorough.onnx"}, folder);

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("lines.json"));

    copyModels({"lines.json"}, folder);

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("lines.onnx"));
}

TEST(LetterReader, NamesTheModelThatIsNoNetwork)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "letters.json", kDescription);
    test::writeBytes(folder / "letters.onnx", "this is no network");

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("letters.onnx"));
}

TEST(LetterReader, NamesTheModelThatIsCutShort)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "letters.json", kDescription);
    const std::string whole = test::readBytes(kModels / "letters.onnx");
    test::writeBytes(folder / "letters.onnx", whole.substr(0, whole.size() / 2));

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("letters.onnx"));
}

TEST(LetterReader, NamesTheModelThatDoesNotFitItsDescription)
{
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "letters.json", kDescription);
    std::filesystem::copy_file(kModels / "letters.onnx", folder / "letters.onnx");

    EXPECT_THAT(refusal(folder / "."), testing::HasSubstr("letters.onnx"));
}

TEST(LetterReader, TakesTheCommittedModels)
{
    const LetterReader reader(kModels);

    EXPECT_THAT(reader.versions(),
                testing::ElementsAre(testing::StartsWith("letters "), testing::StartsWith("lines "),
                                     testing::StartsWith("spelling "), testing::StartsWith("calibration ")));
}

TEST(LetterReader, AcceptsACombFromItsThreshold)
{
    const FieldReading reading = readTwo(form::Writing::comb, 0.98F, 0.9);

    EXPECT_EQ(reading.state, FieldState::read);
    EXPECT_EQ(reading.value, "AA");
    EXPECT_TRUE(reading.reasons.empty());
}

TEST(LetterReader, DoesNotAcceptACombBelowItsThreshold)
{
    const FieldReading reading = readTwo(form::Writing::comb, 0.9F, 0.9);

    EXPECT_EQ(reading.state, FieldState::unsure);
    EXPECT_EQ(reading.value, "AA");
    EXPECT_FALSE(reading.reasons.empty());
}

TEST(LetterReader, AcceptsALineFromItsThreshold)
{
    const FieldReading reading = readTwo(form::Writing::lines, 0.98F, 0.5);

    EXPECT_EQ(reading.state, FieldState::read);
    EXPECT_EQ(reading.value, "AA");
}

TEST(LetterReader, DoesNotAcceptALineBelowItsThreshold)
{
    const FieldReading reading = readTwo(form::Writing::lines, 0.9F, 0.95);

    EXPECT_EQ(reading.state, FieldState::unsure);
}

TEST(LetterReader, CallsWhatHelpsNobodyUnreadable)
{
    const FieldReading reading = readTwo(form::Writing::comb, 0.1F, 0.9);

    EXPECT_EQ(reading.state, FieldState::unreadable);
}

TEST(LetterReader, LeavesAnEmptyFieldEmpty)
{
    const form::Field field = combField(4);
    LetterReader reader(std::make_unique<FakeClassifier>(), std::make_unique<FakeRecogniser>(),
                        reading::Calibration{}, "fake 1");

    const FieldReading reading = reader.read(sheetWith(field).scan(), field);

    EXPECT_EQ(reading.state, FieldState::empty);
}

TEST(LetterReader, RefusesAFieldThatIsNotWritten)
{
    form::Field field = combField(2);
    field.writing = form::Writing::checkboxes;
    LetterReader reader(std::make_unique<FakeClassifier>(), std::make_unique<FakeRecogniser>(),
                        reading::Calibration{}, "fake 1");
    const page::RegisteredPage page = WrittenSheet().scan();

    EXPECT_THROW((void)reader.read(page, field), Error);
}

TEST(LetterReader, ReadsDrawnDigitsWithTheCommittedModel)
{
    const std::string digits = "0123456789";
    const form::Field field = combField(digits.size(), form::FieldKind::number);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart(digits, inCell(0), test::kCellMm);
    LetterReader reader(kModels);

    const FieldReading reading = reader.read(sheet.scan(), field);

    EXPECT_GE(rightCharacters(reading, digits), 9) << reading.raw;
}

TEST(LetterReader, ReadsDrawnDigitsOfFaintPencil)
{
    const std::string digits = "0123456789";
    const form::Field field = combField(digits.size(), form::FieldKind::number);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart(digits, inCell(0), test::kCellMm, {0.5, 190});
    LetterReader reader(kModels);

    const FieldReading reading = reader.read(sheet.scan(), field);

    EXPECT_GE(rightCharacters(reading, digits), 9) << reading.raw;
}

TEST(LetterReader, ReadsADrawnLineWithTheCommittedModel)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("ANNA BOS", {83, 146.4}, 4.8);
    LetterReader reader(kModels);

    const FieldReading reading = reader.read(sheet.scan(), field);

    EXPECT_EQ(reading.raw, "ANNA BOS");
}

TEST(LetterReader, ReadsLettersThatTouch)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("HENK", {83, 146.4}, 4.8);
    sheet.stroke({85.6, 146.2}, {88.2, 146.2}, {0.35, 50}); // foot of the H to that of the E
    sheet.stroke({95.2, 146.2}, {97.8, 146.2}, {0.35, 50}); // N and K
    LetterReader reader(kModels);

    const FieldReading reading = reader.read(sheet.scan(), field);

    EXPECT_EQ(reading.raw, "HENK");
}

TEST(LetterReader, WhatIsStruckOutIsNeverAValue)
{
    const form::Field field = lineField(1);
    WrittenSheet sheet = sheetWith(field);
    sheet.writeApart("ANNA", {83, 146.4}, 4.8);
    for (const double y : {143.2, 144.1, 145.0}) {
        sheet.stroke({82.5, y}, {102.5, y + 0.3});
    }
    LetterReader reader(kModels);

    const FieldReading reading = reader.read(sheet.scan(), field);

    EXPECT_NE(reading.state, FieldState::read) << reading.raw;
    EXPECT_NE(reading.state, FieldState::empty);
}

TEST(LetterReader, DoesNotAcceptAScribbleAsADigit)
{
    const form::Field field = combField(3, form::FieldKind::number);
    WrittenSheet sheet = sheetWith(field);
    for (int i = 0; i < 6; ++i) {
        sheet.stroke({81.0, 146.3 + 0.8 * i}, {84.4, 146.9 + 0.7 * i});
        sheet.stroke({81.2 + 0.6 * i, 146.2}, {81.5 + 0.5 * i, 150.8});
    }
    LetterReader reader(kModels);

    const FieldReading reading = reader.read(sheet.scan(), field);

    EXPECT_NE(reading.state, FieldState::read);
    EXPECT_NE(reading.state, FieldState::empty);
}

} // namespace
} // namespace scanstraat::letters
