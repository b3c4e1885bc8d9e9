// SPDX-License-Identifier: EUPL-1.2
#include "delivery/CsvTables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::delivery {
namespace {

using reading::FieldState;
using testing::ElementsAre;
using testing::Pair;

form::FormTemplate form(const std::string& id, const std::vector<std::string>& fields)
{
    form::FormTemplate form;
    form.id = id;
    form.pages.emplace_back();
    for (const std::string& name : fields) {
        form::Field field;
        field.id = name;
        form.pages.back().fields.push_back(field);
    }
    return form;
}

reading::PageReading page(const std::string& form)
{
    reading::PageReading page;
    page.form = form;
    page.number = 1;
    return page;
}

void add(reading::PageReading& page, const std::string& id, const std::string& value, FieldState state)
{
    reading::FieldReading field;
    field.fieldId = id;
    field.value = value;
    field.state = state;
    page.fields.push_back(field);
}

reading::Record record(const std::string& id, std::vector<reading::PageReading> pages)
{
    reading::Record record;
    record.id = id;
    record.pages = std::move(pages);
    return record;
}

TEST(CsvTables, HaveARowForEachApplicationWithTheForm)
{
    reading::PageReading first = page("A");
    add(first, "A.1", "Jansen", FieldState::read);
    add(first, "A.2", "", FieldState::empty);
    reading::PageReading other = page("B");
    add(other, "B.1", "ja,nee", FieldState::correctedByApplicant);
    const std::vector<reading::Record> records{record("een", {first}), record("twee", {first, other})};
    const std::vector<form::FormTemplate> forms{form("A", {"A.1", "A.2"}), form("B", {"B.1"}),
                                                form("C", {"C.1"})};

    EXPECT_THAT(csvTables(records, forms),
                ElementsAre(Pair("A", "id,A.1,A.1:state,A.2,A.2:state\r\n"
                                      "een,Jansen,read,,empty\r\n"
                                      "twee,Jansen,read,,empty\r\n"),
                            Pair("B", "id,B.1,B.1:state\r\n"
                                      "twee,\"ja,nee\",corrected-by-applicant\r\n")));
}

TEST(CsvTables, KeepBackWhatNobodyAccepted)
{
    reading::PageReading one = page("A");
    add(one, "A.1", "Jonsen", FieldState::unsure);
    const std::vector<reading::Record> records{record("een", {one})};
    const std::vector<form::FormTemplate> forms{form("A", {"A.1", "A.2"})};

    EXPECT_THAT(csvTables(records, forms),
                ElementsAre(Pair("A", "id,A.1,A.1:state,A.2,A.2:state\r\neen,,unsure,,\r\n")));
}

TEST(CsvTables, TakeTheFirstOfADoublePage)
{
    reading::PageReading one = page("A");
    add(one, "A.1", "eerst", FieldState::read);
    reading::PageReading two = page("A");
    add(two, "A.1", "later", FieldState::read);
    const std::vector<reading::Record> records{record("een", {one, two})};
    const std::vector<form::FormTemplate> forms{form("A", {"A.1"})};

    EXPECT_THAT(csvTables(records, forms), ElementsAre(Pair("A", "id,A.1,A.1:state\r\neen,eerst,read\r\n")));
}

TEST(CsvValue, QuotesWhatTheFormatNeeds)
{
    EXPECT_EQ(csvValue("gewoon"), "gewoon");
    EXPECT_EQ(csvValue("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csvValue("een\ntwee"), "\"een\ntwee\"");
}

TEST(CsvValue, IsNeverAFormula)
{
    EXPECT_EQ(csvValue("=1+1"), "'=1+1");
    EXPECT_EQ(csvValue("@som"), "'@som");
    EXPECT_EQ(csvValue("-A1"), "'-A1");
    EXPECT_EQ(csvValue("=A1,B1"), "\"'=A1,B1\"");
    EXPECT_EQ(csvValue("+31 6 12345678"), "+31 6 12345678");
    EXPECT_EQ(csvValue("-12,50"), "\"-12,50\"");
}

} // namespace
} // namespace scanstraat::delivery
