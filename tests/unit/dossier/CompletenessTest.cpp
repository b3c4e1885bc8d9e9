// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Completeness.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

reading::Record completeRecord()
{
    reading::Record record;
    record.pages = {testPage("a", 1, "main", 1), testPage("a", 2, "main", 2), testPage("a", 3, "main", 3),
                    testPage("a", 4, "annex", 1), testPage("a", 5, "annex", 2)};
    record.pages[1].fields = {testReading("main.a", "")};
    record.pages[2].fields = {testReading("main.b", "")};
    return record;
}

TEST(Completeness, ACompleteApplicationHasNoFindings)
{
    reading::Record record = completeRecord();

    checkCompleteness(record, testForms());

    EXPECT_THAT(codesOf(record), IsEmpty());
}

TEST(Completeness, MissesACoverAndAPageWithFields)
{
    reading::Record record = completeRecord();
    record.pages.erase(record.pages.begin() + 4);
    record.pages.erase(record.pages.begin());

    checkCompleteness(record, testForms());

    EXPECT_THAT(codesOf(record), ElementsAre("dossier.page.missing", "dossier.page.missing"));
    EXPECT_EQ(record.findings[0].message, "Pagina 1 van formulier main ontbreekt");
}

TEST(Completeness, MissesTheCoverOfAFormThatOpensNoApplication)
{
    std::vector<form::FormTemplate> forms = testForms();
    forms[0].pages[0].fields.clear();
    forms[0].pages[0].role = form::PageRole::cover;
    reading::Record record = completeRecord();
    record.pages.erase(record.pages.begin() + 3);

    checkCompleteness(record, forms);

    ASSERT_THAT(codesOf(record), ElementsAre("dossier.page.missing"));
    EXPECT_EQ(record.findings[0].message, "Pagina 1 van formulier annex ontbreekt");
}

TEST(Completeness, ACoverTwiceIsADouble)
{
    reading::Record record = completeRecord();
    record.pages[0].pageClass = reading::PageClass::cover;
    record.pages.push_back(record.pages[0]);

    checkCompleteness(record, testForms());

    EXPECT_THAT(codesOf(record), ElementsAre("dossier.page.duplicate"));
}

TEST(Completeness, DoesNotMissPagesThatOnlyExplain)
{
    std::vector<form::FormTemplate> forms = testForms();
    forms[0].pages[1].fields.clear();
    reading::Record record = completeRecord();
    record.pages.pop_back();

    checkCompleteness(record, forms);

    EXPECT_THAT(codesOf(record), IsEmpty());
}

TEST(Completeness, ReportsAPageThatIsThereTwice)
{
    reading::Record record = completeRecord();
    record.pages.push_back(testPage("a", 6, "main", 2));

    checkCompleteness(record, testForms());

    EXPECT_THAT(codesOf(record), ElementsAre("dossier.page.duplicate"));
}

TEST(Groups, OneCrossOverAllPagesIsTheAnswer)
{
    reading::Record record = completeRecord();
    record.pages[2].fields[0] = testReading("main.b", "x");

    checkGroups(record, testForms());

    EXPECT_THAT(codesOf(record), IsEmpty());
    EXPECT_EQ(record.pages[2].fields[0].state, reading::FieldState::read);
}

TEST(Groups, OfCrossesOnSeveralPagesTheFirstCountsAndAllGoToReview)
{
    reading::Record record = completeRecord();
    record.pages[1].fields[0] = testReading("main.a", "w");
    record.pages[2].fields[0] = testReading("main.b", "x");

    checkGroups(record, testForms());

    ASSERT_THAT(codesOf(record), ElementsAre("group.several"));
    EXPECT_EQ(record.findings[0].fieldId, "main.a");
    EXPECT_NE(record.findings[0].message.find("de eerste telt: w"), std::string::npos);
    EXPECT_EQ(record.pages[1].fields[0].state, reading::FieldState::unsure);
    EXPECT_EQ(record.pages[2].fields[0].state, reading::FieldState::unsure);
}

TEST(Groups, ARequiredGroupWithoutAnyCrossIsAFinding)
{
    reading::Record record = completeRecord();

    checkGroups(record, testForms());

    EXPECT_THAT(codesOf(record), ElementsAre("field.required.missing"));
}

TEST(Groups, AnUnsurePartIsNotCalledMissing)
{
    reading::Record record = completeRecord();
    record.pages[1].fields[0].state = reading::FieldState::unsure;

    checkGroups(record, testForms());

    EXPECT_THAT(codesOf(record), IsEmpty());
}

} // namespace
} // namespace scanstraat::dossier
