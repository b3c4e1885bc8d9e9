// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Identity.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

reading::Record person(const std::string& number, const std::string& name, const std::string& birth)
{
    reading::Record record;
    record.pages = {testPage("a", 1, "main", 2), testPage("a", 2, "annex", 1)};
    record.pages[0].fields = {testReading("main.v", "2712345678"), testReading("main.name", "EL AMRANI"),
                              testReading("main.birth", "1985-03-07")};
    record.pages[1].fields = {testReading("annex.v", number), testReading("annex.name", name),
                              testReading("annex.birth", birth)};
    return record;
}

TEST(Identity, TheSamePersonOnFormAndAnnexIsNoFinding)
{
    reading::Record record = person("2712345678", "FATIMA EL AMRANI", "1985-03-07");

    checkIdentity(record, testForms());

    EXPECT_TRUE(record.findings.empty());
}

TEST(Identity, AnotherPersonOnTheAnnexIsOneFindingForEachThing)
{
    reading::Record record = person("2787654321", "YILMAZ", "1990-01-01");

    checkIdentity(record, testForms());

    EXPECT_THAT(codesOf(record),
                testing::ElementsAre("dossier.identity.v-number", "dossier.identity.birth-date",
                                     "dossier.identity.name"));
    EXPECT_EQ(record.findings[0].fieldId, "annex.v");
}

TEST(Identity, ValuesThatAreUnsureOrEmptyProveNothing)
{
    reading::Record record = person("2787654321", "", "");
    record.pages[1].fields[0].state = reading::FieldState::unsure;

    checkIdentity(record, testForms());

    EXPECT_TRUE(record.findings.empty());
}

TEST(Identity, FieldsAboutSomebodyElseAreNotCompared)
{
    std::vector<form::FormTemplate> forms = testForms();
    forms[0].pages[0].fields[0].validators = {"other-person"};
    reading::Record record = person("2787654321", "AMRANI", "1985-03-07");

    checkIdentity(record, forms);

    EXPECT_TRUE(record.findings.empty());
}

} // namespace
} // namespace scanstraat::dossier
