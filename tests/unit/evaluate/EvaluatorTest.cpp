// SPDX-License-Identifier: EUPL-1.2
#include "evaluate/Evaluator.h"

#include "base/Error.h"
#include "record/RecordWriter.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace scanstraat::evaluate {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using reading::FieldState;
using reading::MarkState;

reading::FieldReading field(const std::string& id, const std::string& value, FieldState state)
{
    reading::FieldReading result;
    result.fieldId = id;
    result.box = {10, 20, 30, 6};
    result.value = value;
    result.raw = value;
    result.state = state;
    result.confidence = 0.9;
    return result;
}

reading::PageReading page(int position, const std::string& form, int number)
{
    reading::PageReading result;
    result.source = {"in/app.tif", "", position};
    result.pageClass = form.empty() ? reading::PageClass::attachment : reading::PageClass::form;
    result.form = form;
    result.number = number;
    result.registration.mmToPixel = {10, 0, 5, 0, 10, 5};
    return result;
}

/// A folder with one truth file and one record, both to be changed by the test.
class Evaluator : public testing::Test
{
protected:
    fs::path folder_ = fs::path(testing::TempDir()) / "evaluate" /
                       testing::UnitTest::GetInstance()->current_test_info()->name();
    json truth_{{"schema", "scanstraat/truth/1"},
                {"application", "app"},
                {"pages", json::array({{{"file", "app.tif"},
                                        {"page", 1},
                                        {"class", "form"},
                                        {"form", "f"},
                                        {"number", 1},
                                        {"mmToPixel", {10, 0, 5, 0, 10, 8}}}})},
                {"fields", json::object()}};
    reading::Record record_;

    void SetUp() override
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "truth");
        fs::create_directories(folder_ / "records");
        record_.id = "app";
        record_.pages = {page(1, "f", 1)};
    }

    void addTruth(const std::string& id, const std::string& kind, const std::string& value)
    {
        truth_["fields"][id] = {
            {"kind", kind}, {"file", "app.tif"}, {"page", 1}, {"written", value}, {"value", value}};
    }

    Report run()
    {
        std::ofstream(folder_ / "truth" / "app.json") << truth_;
        record::writeRecord(record_, folder_ / "records");
        return evaluate(folder_, folder_);
    }
};

TEST_F(Evaluator, TellsAcceptedRightFromAcceptedWrongFromReview)
{
    addTruth("f.1", "bsn", "111222333");
    addTruth("f.2", "bsn", "111222333");
    addTruth("f.3", "bsn", "111222333");
    record_.pages[0].fields = {field("f.1", "111222333", FieldState::read),
                               field("f.2", "111222339", FieldState::read),
                               field("f.3", "111222333", FieldState::unsure)};

    const FieldCounts counts = run().kinds.at("bsn").filled;

    EXPECT_EQ(counts.fields, 3);
    EXPECT_EQ(counts.right, 2);
    EXPECT_EQ(counts.acceptedRight, 1);
    EXPECT_EQ(counts.acceptedWrong, 1);
    EXPECT_EQ(counts.review, 1);
}

TEST_F(Evaluator, ExpectsFieldsThatTheTruthDoesNotNameToBeEmpty)
{
    record_.pages[0].fields = {field("f.1", "", FieldState::empty), field("f.2", "X", FieldState::read),
                               field("f.3", "absent", FieldState::empty)};

    const FieldCounts counts = run().empty();

    EXPECT_EQ(counts.fields, 3);
    EXPECT_EQ(counts.acceptedRight, 2);
    EXPECT_EQ(counts.acceptedWrong, 1);
}

TEST_F(Evaluator, CountsFieldsOfALostPageAsMissing)
{
    addTruth("f.1", "bsn", "111222333");
    truth_["pages"][0]["page"] = 2;
    truth_["fields"]["f.1"]["page"] = 2;

    const Report report = run();

    EXPECT_EQ(report.pages.lost, 1);
    EXPECT_EQ(report.missingFields, 1);
    EXPECT_EQ(report.kinds.at("bsn").filled.review, 1);
}

TEST_F(Evaluator, CountsCharactersOfCombsAndLines)
{
    addTruth("f.1", "v-number", "2712345678");
    addTruth("f.2", "name", "JANSEN");
    record_.pages[0].fields = {field("f.1", "2712345671", FieldState::read),
                               field("f.2", "JANSE", FieldState::read)};

    const Report report = run();

    EXPECT_EQ(report.comb.characters, 10);
    EXPECT_EQ(report.comb.errors, 1);
    EXPECT_EQ(report.line.characters, 6);
    EXPECT_EQ(report.line.errors, 1);
}

TEST_F(Evaluator, HoldsEveryBoxAgainstTheTruth)
{
    addTruth("f.1", "choice", "b");
    truth_["fields"]["f.1"]["boxes"] = {{"a", "blackened"}, {"b", "crossed"}};
    reading::FieldReading choice = field("f.1", "b", FieldState::read);
    choice.boxes = {{"a", {}, MarkState::crossed, {}},
                    {"b", {}, MarkState::crossed, {}},
                    {"c", {}, MarkState::empty, {}},
                    {"d", {}, MarkState::unclear, {}}};
    record_.pages[0].fields = {choice};

    const BoxCounts boxes = run().boxes;

    EXPECT_EQ(boxes.total(), 4);
    EXPECT_EQ(boxes.right(), 2);
    EXPECT_EQ(boxes.acceptedWrong, 1);
    EXPECT_EQ(boxes.confusion[2][1], 1);
    EXPECT_EQ(boxes.confusion[0][4], 1);
}

TEST_F(Evaluator, MeasuresRegistrationInMillimetres)
{
    record_.pages[0].fields = {field("f.1", "", FieldState::empty)};

    const PageCounts pages = run().pages;

    EXPECT_EQ(pages.identified, 1);
    EXPECT_NEAR(pages.rmsErrorMm(), 0.3, 1e-9);
    EXPECT_NEAR(pages.maxErrorMm, 0.3, 1e-9);
}

TEST_F(Evaluator, ACoverIsAPageOfItsForm)
{
    record_.pages[0].pageClass = reading::PageClass::cover;

    EXPECT_EQ(run().pages.identified, 1);

    truth_["pages"][0]["class"] = "cover";
    EXPECT_EQ(run().pages.identified, 1);
}

TEST_F(Evaluator, ASeparatorIsInNoRecord)
{
    truth_["pages"].push_back({{"file", "app.tif"}, {"page", 2}, {"class", "separator"}});

    const Report apart = run();
    EXPECT_EQ(apart.pages.lost, 0);
    EXPECT_EQ(apart.pages.wrong, 0);

    record_.pages.push_back(page(2, "", 0));
    EXPECT_EQ(run().pages.wrong, 1);
}

TEST_F(Evaluator, TellsWrongPagesFromUnidentifiedOnes)
{
    truth_["pages"].push_back(
        {{"file", "app.tif"}, {"page", 2}, {"class", "form"}, {"form", "f"}, {"number", 2}});
    truth_["pages"].push_back({{"file", "app.tif"}, {"page", 3}, {"class", "attachment"}});
    record_.pages[0].number = 7;
    record_.pages.push_back(page(2, "", 0));
    record_.pages.push_back(page(3, "f", 2));

    const PageCounts pages = run().pages;

    EXPECT_EQ(pages.forms, 2);
    EXPECT_EQ(pages.identified, 0);
    EXPECT_EQ(pages.unidentified, 1);
    EXPECT_EQ(pages.wrong, 2);
    EXPECT_EQ(pages.lost, 0);
}

TEST_F(Evaluator, RefusesFoldersWithoutRecordsOrTruth)
{
    EXPECT_THROW(static_cast<void>(evaluate(folder_, folder_)), Error);
    EXPECT_THROW(static_cast<void>(evaluate("/no/such", "/no/such")), Error);
}

TEST_F(Evaluator, NamesTheBrokenTruthFile)
{
    truth_["fields"]["f.1"] = {{"kind", "bsn"}};

    try {
        static_cast<void>(run());
        FAIL() << "no exception";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("app.json"), std::string::npos);
        EXPECT_EQ(error.code(), ExitCode::usage);
    }
}

TEST(EditDistance, CountsCharactersNotBytes)
{
    EXPECT_EQ(editDistance("JOSÉ", "JOSE"), 1);
    EXPECT_EQ(editDistance("", "ABC"), 3);
    EXPECT_EQ(editDistance("KITTEN", "SITTING"), 3);
    EXPECT_EQ(editDistance("A", "A"), 0);
}

} // namespace
} // namespace scanstraat::evaluate
