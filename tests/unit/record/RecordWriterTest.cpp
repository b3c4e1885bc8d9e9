// SPDX-License-Identifier: EUPL-1.2
#include "record/RecordWriter.h"

#include "SampleRecord.h"
#include "base/Error.h"
#include "record/RecordReader.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace scanstraat::record {
namespace {

using nlohmann::json;

TEST(RecordWriter, KeysFieldsByIdWithTheirPlace)
{
    const reading::Record record = sampleRecord();

    const json written = json::parse(toJson(record));

    const json& field = written.at("fields").at("6009.1.5");
    EXPECT_EQ(field.at("value"), "1985-03-07");
    EXPECT_EQ(field.at("state"), "read");
    EXPECT_EQ(field.at("file"), "post/app-0001.tif");
    EXPECT_EQ(field.at("page"), 1);
    EXPECT_EQ(field.at("formPage"), 5);
    EXPECT_EQ(field.at("characters").size(), 2U);
    EXPECT_EQ(written.at("fields").at("6009.1.4").at("boxes").at("man").at("state"), "blackened");
}

TEST(RecordWriter, GathersTheTablesOfTheForms)
{
    reading::Record record = sampleRecord();
    record.pages[0].fields[0].place = reading::TablePlace{"jaren", "laatste", "datum"};

    const json written = json::parse(toJson(record));

    const json& cell = written.at("tables").at(record.pages[0].form + ".jaren").at("laatste").at("datum");
    EXPECT_EQ(cell.at("field"), record.pages[0].fields[0].fieldId);
    EXPECT_EQ(cell.at("value"), record.pages[0].fields[0].value);
    EXPECT_FALSE(json::parse(toJson(sampleRecord())).contains("tables"));
}

TEST(RecordWriter, KeepsPicturesTablesAndFees)
{
    reading::Record record = sampleRecord();
    record.pages[0].fields[0].place = reading::TablePlace{"jaren", "laatste", "datum"};
    record.pages[0].fields[0].picture = "regions/a-p1-6009.1.5.png";
    record.fees = {{"6009", 174, {{174, ""}}, {}},
                   {"7018", std::nullopt, {{0, "als"}, {174, "anders"}}, {"open"}}};

    const std::string text = toJson(record);

    EXPECT_EQ(toJson(parseRecord(text)), text);
    EXPECT_EQ(parseRecord(text).fees[1].possible[1].euros, 174);
    EXPECT_EQ(parseRecord(text).pages[0].fields[0].picture, "regions/a-p1-6009.1.5.png");
}

double writtenConfidence(double confidence)
{
    reading::Record record = sampleRecord();
    record.pages[0].fields[0].confidence = confidence;
    return json::parse(toJson(record)).at("fields").at("6009.1.5").at("confidence").get<double>();
}

TEST(RecordWriter, CutsConfidenceOffAfterFourDigits)
{
    EXPECT_EQ(writtenConfidence(0.98765432), 0.9876);
    EXPECT_EQ(writtenConfidence(0.00009), 0.0);
}

TEST(RecordWriter, WritesNothingAsCertainThatIsNot)
{
    EXPECT_EQ(writtenConfidence(0.99996), 0.9999);
    EXPECT_EQ(writtenConfidence(std::nextafter(1.0, 0.0)), 0.9999);
    EXPECT_EQ(writtenConfidence(1.0), 1.0);
}

TEST(RecordWriter, KeepsEveryConfidenceOfFourDigits)
{
    for (int step = 0; step <= 10'000; step += 7) {
        EXPECT_EQ(writtenConfidence(step / 1e4), step / 1e4);
    }
}

TEST(RecordWriter, KeepsTheFieldsOfAPageThatComesTwiceApart)
{
    const json written = json::parse(toJson(sampleRecord()));

    EXPECT_EQ(written.at("fields").at("6009.1.5").at("value"), "1985-03-07");
    ASSERT_EQ(written.at("duplicates").size(), 1U);
    EXPECT_EQ(written.at("duplicates").at(0).at("fields").at("6009.1.5").at("value"), "1985-03-01");
}

TEST(RecordWriter, NamesEveryPageAndCountsThoseOfEachSource)
{
    const json written = json::parse(toJson(sampleRecord()));

    EXPECT_EQ(written.at("pages").size(), 5U);
    EXPECT_EQ(written.at("pages").at(4).at("class"), "failed");
    EXPECT_EQ(written.at("pages").at(4).at("findings").at(0).at("detail"), "the file ends in strip 3");
    ASSERT_EQ(written.at("sources").size(), 1U);
    EXPECT_EQ(written.at("sources").at(0).at("pages"), 5);
    EXPECT_EQ(written.at("sources").at(0).at("sha256"), std::string(64, 'a'));
}

TEST(RecordWriter, GivesEachMeasureOfAScanWithItsLimitAndVerdict)
{
    const json written = json::parse(toJson(sampleRecord()));

    const json& quality = written.at("pages").at(0).at("quality");
    EXPECT_EQ(quality.at("paperGrey"), json({{"value", 246.0}, {"least", 80.0}, {"good", true}}));
    EXPECT_EQ(quality.at("blurMm"), json({{"value", 0.314}, {"most", 0.2}, {"good", false}}));
    EXPECT_EQ(quality.size(), 2U);
    EXPECT_FALSE(written.at("pages").at(4).contains("quality")) << "a page that could not be decoded";
}

TEST(RecordWriter, GivesAFindingItsTechnicalCauseOnlyWhereThereIsOne)
{
    reading::Record record;
    record.findings = {{"a", "Met oorzaak", "", true, "cause"}, {"b", "Zonder oorzaak", "", true}};

    const json written = json::parse(toJson(record));

    EXPECT_EQ(written.at("findings").at(0).at("detail"), "cause");
    EXPECT_FALSE(written.at("findings").at(1).contains("detail"));
}

TEST(RecordWriter, GivesTheSameBytesForTheSameRecord)
{
    EXPECT_EQ(toJson(sampleRecord()), toJson(sampleRecord()));
    EXPECT_TRUE(toJson(sampleRecord()).ends_with("}\n"));
}

TEST(RecordWriter, WritesBytesThatAreNoUtf8WithoutFailing)
{
    reading::Record record = sampleRecord();
    record.pages[0].fields[0].raw = "\xff";

    EXPECT_TRUE(json::accept(toJson(record)));
}

TEST(RecordWriter, LeavesNothingBehindWhenTheFolderIsNotThere)
{
    try {
        writeRecord(sampleRecord(), "/no/such/folder");
        FAIL() << "no exception";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::output);
    }
}

TEST(RecordReader, ReadsBackWhatWasWritten)
{
    const std::string text = toJson(sampleRecord());

    const reading::Record record = parseRecord(text);

    EXPECT_EQ(toJson(record), text);
    ASSERT_EQ(record.pages.size(), 5U);
    EXPECT_EQ(record.pages[0].fields.size(), 2U);
    EXPECT_EQ(record.pages[1].fields.at(0).value, "1985-03-01");
    ASSERT_EQ(record.pages[0].quality.size(), 2U);
    EXPECT_FALSE(record.pages[0].quality[1].isGood());
    EXPECT_EQ(record.pages[3].pageClass, reading::PageClass::attachment);
}

TEST(RecordReader, RefusesWhatIsNoRecord)
{
    EXPECT_THROW(static_cast<void>(parseRecord("{}")), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(parseRecord("not json")), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(readRecord("/no/such/file.json")), Error);
}

} // namespace
} // namespace scanstraat::record
