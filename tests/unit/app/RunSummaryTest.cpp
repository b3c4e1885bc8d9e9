// SPDX-License-Identifier: EUPL-1.2
#include "app/RunSummary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace scanstraat::app {
namespace {

using reading::FieldState;
using reading::PageClass;

reading::PageReading pageOf(PageClass pageClass, const std::vector<FieldState>& states = {})
{
    reading::PageReading page;
    page.pageClass = pageClass;
    for (const FieldState state : states) {
        page.fields.emplace_back();
        page.fields.back().state = state;
    }
    return page;
}

/// Two applications of three pages together, one file that could not be read, one that was ignored.
RunSummary sampleSummary()
{
    RunSummary summary;
    summary.records.resize(2);
    summary.records[0].id = "app-1";
    summary.records[0].pages = {
        pageOf(PageClass::form, {FieldState::read, FieldState::correctedByApplicant, FieldState::empty,
                                 FieldState::unsure, FieldState::unreadable}),
        pageOf(PageClass::blank)};
    summary.records[0].findings.push_back({"dossier.page.missing", "Pagina 2 ontbreekt", "", true});
    summary.records[1].id = "app-2";
    summary.records[1].pages = {pageOf(PageClass::failed)};
    summary.records[1].pages[0].findings.push_back({"scan.damaged", "kapot", "", true});
    summary.pagesIn = 3;
    summary.failures.push_back({"leeg.tif", {scan::ScanProblemCode::empty, "the file is empty"}});
    summary.ignored = {"lijst.txt"};
    summary.files = {"records/app-1.json", "run.json"};
    return summary;
}

TEST(SummaryJson, ListsSeparatorsAndCountsThemAsPages)
{
    RunSummary summary = sampleSummary();
    summary.separators = {pageOf(PageClass::separator)};
    summary.separators[0].source = {"sep.tif", "", 3};
    summary.separators[0].identifiedBy = "code39:SCHEIDING";

    const nlohmann::json json = nlohmann::json::parse(summaryJson(summary));

    EXPECT_EQ(json.at("pages").at("separator"), 1);
    ASSERT_EQ(json.at("separators").size(), 1U);
    EXPECT_EQ(json.at("separators")[0].at("page"), 3);
    EXPECT_EQ(json.at("separators")[0].at("code"), "code39:SCHEIDING");
}

TEST(CountFields, CountsEveryFieldOnce)
{
    const FieldCounts counts = countFields(sampleSummary().records[0]);

    EXPECT_EQ(counts.accepted, 2);
    EXPECT_EQ(counts.empty, 1);
    EXPECT_EQ(counts.review, 2);
}

TEST(CountFindings, CountsThoseOfTheApplicationAndOfItsPages)
{
    EXPECT_EQ(countFindings(sampleSummary().records[0]), 1);
    EXPECT_EQ(countFindings(sampleSummary().records[1]), 1);
}

TEST(SummaryJson, HoldsEveryPageRecordAndFile)
{
    const auto json = nlohmann::json::parse(summaryJson(sampleSummary()));

    EXPECT_EQ(json.at("schema"), "scanstraat/run/1");
    EXPECT_EQ(json.at("pagesIn"), 3);
    EXPECT_EQ(json.at("pages"), (nlohmann::json{{"form", 1}, {"blank", 1}, {"failed", 1}}));
    ASSERT_EQ(json.at("records").size(), 2);
    EXPECT_EQ(json.at("records").at(0).at("file"), "records/app-1.json");
    EXPECT_EQ(json.at("records").at(0).at("pages"), 2);
    EXPECT_EQ(json.at("failedFiles").at(0),
              (nlohmann::json{{"file", "leeg.tif"}, {"code", "empty"}, {"message", "the file is empty"}}));
    EXPECT_EQ(json.at("ignoredFiles"), nlohmann::json::array({"lijst.txt"}));
    EXPECT_EQ(json.at("files"), nlohmann::json::array({"records/app-1.json", "run.json"}));
}

TEST(SummaryJson, IsJsonForFileNamesThatAreNoText)
{
    RunSummary summary;
    summary.ignored = {"\xff\xfe.txt"};

    EXPECT_TRUE(nlohmann::json::accept(summaryJson(summary)));
}

TEST(SummaryTable, AddsUp)
{
    const std::string table = summaryTable(sampleSummary());

    EXPECT_THAT(table, testing::ContainsRegex("app-1 +2 +2 +1 +2 +1\n"));
    EXPECT_THAT(table, testing::ContainsRegex("all +3 +2 +1 +2 +2\n"));
    EXPECT_THAT(table, testing::HasSubstr("pages in: 3 = 1 blank + 1 failed + 1 form\n"));
    EXPECT_THAT(table, testing::HasSubstr("not read: leeg.tif: the file is empty\n"));
}

} // namespace
} // namespace scanstraat::app
