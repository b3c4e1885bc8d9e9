// SPDX-License-Identifier: EUPL-1.2
#include "dossier/Annexes.h"

#include "TestForms.h"
#include "form/TemplateLoader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using form::AnnexRule;
using reading::FieldState;
using reading::PageClass;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AnnexRule always(const std::vector<std::string>& anyOf)
{
    AnnexRule rule;
    rule.anyOf = anyOf;
    return rule;
}

AnnexRule when(const std::string& field, const std::vector<std::string>& options)
{
    AnnexRule rule = always({"annex"});
    rule.field = field;
    rule.options = options;
    return rule;
}

AnnexRule fromTwelve()
{
    AnnexRule rule = always({"annex"});
    rule.fromAge = form::AgeCondition{"main.birth", 12};
    return rule;
}

/// `testForms` with that rule; main.a has work and family, main.b study.
std::vector<form::FormTemplate> formsWith(const std::vector<AnnexRule>& rules)
{
    std::vector<form::FormTemplate> forms = testForms();
    forms[1].annexes = rules;
    forms[1].pages[1].fields[3].question = "2";
    forms[1].pages[1].fields[3].options = {{"work", "", {}}, {"family", "", {}}};
    forms[1].pages[2].fields[0].question = "2";
    forms[1].pages[2].fields[0].options = {{"study", "", {}}};
    return forms;
}

/// All pages of "main" with those answers, born in 1985; nothing else.
reading::Record recordOf(const std::string& first, const std::string& second)
{
    reading::Record record;
    record.pages = {testPage("a", 1, "main", 1), testPage("a", 2, "main", 2), testPage("a", 3, "main", 3)};
    record.pages[1].fields = {testReading("main.birth", "1985-03-07"), testReading("main.a", first)};
    record.pages[2].fields = {testReading("main.b", second)};
    return record;
}

std::vector<std::string> codesAfter(reading::Record record, const std::vector<AnnexRule>& rules)
{
    checkAnnexes(record, formsWith(rules), testContext());
    return codesOf(record);
}

std::string messageAfter(reading::Record record, const std::vector<AnnexRule>& rules)
{
    checkAnnexes(record, formsWith(rules), testContext());
    return record.findings.size() == 1 ? record.findings[0].message : "not one finding";
}

TEST(Annexes, MissesOneThatTheFormAlwaysNeeds)
{
    EXPECT_THAT(codesAfter(recordOf("", ""), {always({"annex"})}), ElementsAre("dossier.annex.missing"));
    EXPECT_EQ(messageAfter(recordOf("", ""), {always({"annex"})}),
              "Bij formulier main ontbreekt bijlage annex");
}

TEST(Annexes, DoesNotMissOneThatIsThere)
{
    reading::Record record = recordOf("work", "");
    record.pages.push_back(testPage("a", 4, "annex", 1));

    EXPECT_THAT(codesAfter(record, {always({"annex"}), when("main.2", {"work"})}), IsEmpty());
}

TEST(Annexes, OneOfSeveralIsEnough)
{
    reading::Record record = recordOf("work", "");
    record.pages.push_back(testPage("a", 4, "annex", 1));

    EXPECT_THAT(codesAfter(record, {always({"statement", "annex"})}), IsEmpty());
}

TEST(Annexes, AnAcceptedAnswerAsksForItsAnnex)
{
    reading::Record record = recordOf("work", "");

    checkAnnexes(record, formsWith({when("main.a", {"work", "study"})}), testContext());

    ASSERT_THAT(codesOf(record), ElementsAre("dossier.annex.missing"));
    EXPECT_EQ(record.findings[0].fieldId, "main.a");
}

TEST(Annexes, AnotherAnswerDoesNotAskForIt)
{
    EXPECT_THAT(codesAfter(recordOf("family", ""), {when("main.a", {"work"})}), IsEmpty());
    EXPECT_THAT(codesAfter(recordOf("", ""), {when("main.a", {"work"})}), IsEmpty());
}

TEST(Annexes, EveryPartOfAGroupMayAskForIt)
{
    const AnnexRule rule = when("main.2", {"work", "study"});

    EXPECT_THAT(codesAfter(recordOf("work", ""), {rule}), ElementsAre("dossier.annex.missing"));
    EXPECT_THAT(codesAfter(recordOf("", "study"), {rule}), ElementsAre("dossier.annex.missing"));
    EXPECT_THAT(codesAfter(recordOf("family", ""), {rule}), IsEmpty());
}

TEST(Annexes, AnUnsureAnswerGivesADoubtAndNoMissingAnnex)
{
    reading::Record record = recordOf("work", "");
    record.pages[1].fields[1].state = FieldState::unsure;

    EXPECT_THAT(codesAfter(record, {when("main.2", {"work"})}), ElementsAre("dossier.annex.depends"));
    EXPECT_EQ(messageAfter(record, {when("main.2", {"work"})}),
              "Bij formulier main ontbreekt mogelijk bijlage annex: nodig als het antwoord op vraag 2 erom "
              "vraagt, maar dat is niet zeker gelezen");
}

TEST(Annexes, AnUnsurePartWithoutTheOptionGivesNoDoubt)
{
    reading::Record record = recordOf("", "study");
    record.pages[2].fields[0].state = FieldState::unsure;

    EXPECT_THAT(codesAfter(record, {when("main.2", {"work"})}), IsEmpty());
}

TEST(Annexes, ALaterUnsurePartDoesNotTouchAnAcceptedAnswer)
{
    reading::Record record = recordOf("family", "");
    record.pages[2].fields[0].state = FieldState::unsure;

    EXPECT_THAT(codesAfter(record, {when("main.2", {"study"})}), IsEmpty());
}

TEST(Annexes, AnEarlierUnsurePartCouldBeTheAnswerInPlaceOfAnAcceptedOne)
{
    reading::Record record = recordOf("work", "study");
    record.pages[1].fields[1].state = FieldState::unsure;

    checkAnnexes(record, formsWith({when("main.2", {"study"})}), testContext());

    ASSERT_THAT(codesOf(record), ElementsAre("dossier.annex.depends"));
    EXPECT_EQ(record.findings[0].fieldId, "main.a");
}

TEST(Annexes, AnEarlierPartOnAPageThatIsNotThereCouldBeTheAnswerToo)
{
    reading::Record record = recordOf("", "study");
    record.pages.erase(record.pages.begin() + 1);

    EXPECT_THAT(codesAfter(record, {when("main.2", {"study"})}), ElementsAre("dossier.annex.depends"));
}

TEST(Annexes, OfSeveralAnswersAnAcceptedOneAsksWhateverElseIsUnsure)
{
    reading::Record record = recordOf("work", "study");
    record.pages[1].fields[1].state = FieldState::unsure;
    std::vector<form::FormTemplate> forms = formsWith({when("main.2", {"study"})});
    forms[1].pages[1].fields[3].multiple = true;
    forms[1].pages[2].fields[0].multiple = true;

    checkAnnexes(record, forms, testContext());

    ASSERT_THAT(codesOf(record), ElementsAre("dossier.annex.missing"));
    EXPECT_EQ(record.findings[0].fieldId, "main.b");
}

TEST(Annexes, APageThatIsNotThereGivesADoubt)
{
    reading::Record record = recordOf("", "");
    record.pages.pop_back();

    EXPECT_THAT(codesAfter(record, {when("main.2", {"study"})}), ElementsAre("dossier.annex.depends"));
    EXPECT_THAT(codesAfter(record, {when("main.2", {"work"})}), IsEmpty());
}

TEST(Annexes, IsMissedFromTheBirthdayOn)
{
    reading::Record record = recordOf("", "");
    record.pages[1].fields[0].value = "2013-07-01";

    EXPECT_THAT(codesAfter(record, {fromTwelve()}), ElementsAre("dossier.annex.missing"));
}

TEST(Annexes, IsNotMissedTheDayBefore)
{
    reading::Record record = recordOf("", "");
    record.pages[1].fields[0].value = "2013-07-02";

    EXPECT_THAT(codesAfter(record, {fromTwelve()}), IsEmpty());
}

TEST(Annexes, ABirthDateThatWasNotAcceptedIsADoubt)
{
    reading::Record record = recordOf("", "");
    record.pages[1].fields[0].value = "2020-07-02";
    record.pages[1].fields[0].state = FieldState::unsure;
    reading::Record empty = recordOf("", "");
    empty.pages[1].fields[0] = testReading("main.birth", "");

    EXPECT_THAT(codesAfter(empty, {fromTwelve()}), ElementsAre("dossier.annex.depends"));
    EXPECT_EQ(
        messageAfter(record, {fromTwelve()}),
        "Bij formulier main ontbreekt mogelijk bijlage annex: nodig vanaf 12 jaar, maar de geboortedatum is "
        "niet zeker gelezen");
}

TEST(Annexes, WhatTheFormDoesNotAskIsADoubt)
{
    AnnexRule rule = when("main.2", {"work"});
    rule.condition = "als er een partner is";

    EXPECT_EQ(messageAfter(recordOf("work", ""), {rule}),
              "Bij formulier main ontbreekt mogelijk bijlage annex: alleen nodig als er een partner is");
    EXPECT_THAT(codesAfter(recordOf("family", ""), {rule}), IsEmpty());
}

TEST(Annexes, AnAttachmentMayBeOneThatHasNoTemplate)
{
    reading::Record record = recordOf("", "");
    record.pages.push_back(testPage("a", 4));

    EXPECT_THAT(codesAfter(record, {always({"other-paper", "annex"})}),
                ElementsAre("dossier.annex.unchecked"));
    EXPECT_EQ(
        messageAfter(record, {always({"other-paper", "annex"})}),
        "Bij formulier main is bijlage other paper of annex nodig; kijk of die bij de niet herkende pagina's "
        "zit (1)");
}

TEST(Annexes, OneWithoutATemplateIsMissingWhenNoPageCanBeIt)
{
    reading::Record record = recordOf("", "");
    record.pages.push_back(testPage("a", 4));
    record.pages.back().pageClass = PageClass::blank;

    EXPECT_THAT(codesAfter(record, {always({"statement"})}), ElementsAre("dossier.annex.missing"));
}

TEST(Annexes, AnAttachmentIsNotOneThatWouldHaveBeenRecognised)
{
    reading::Record record = recordOf("", "");
    record.pages.push_back(testPage("a", 4));

    EXPECT_THAT(codesAfter(record, {always({"annex"})}), ElementsAre("dossier.annex.missing"));
    EXPECT_THAT(messageAfter(record, {always({"annex"})}), HasSubstr("bijgevoegde stukken (1)"));
}

TEST(Annexes, PagesThatCouldNotBeReadMayBeAnyAnnex)
{
    for (const PageClass pageClass : {PageClass::unknown, PageClass::rejected, PageClass::failed}) {
        reading::Record record = recordOf("", "");
        record.pages.push_back(testPage("a", 4));
        record.pages.back().pageClass = pageClass;

        EXPECT_THAT(codesAfter(record, {always({"annex"})}), ElementsAre("dossier.annex.unchecked"));
    }
}

TEST(Annexes, OfTwoRulesForOneAnnexTheStrongerGivesTheFindingInAnyOrder)
{
    const AnnexRule certain = when("main.2", {"work"});
    AnnexRule maybe = certain;
    maybe.condition = "als er een partner is";

    EXPECT_THAT(codesAfter(recordOf("work", ""), {certain, maybe}), ElementsAre("dossier.annex.missing"));
    EXPECT_THAT(codesAfter(recordOf("work", ""), {maybe, certain}), ElementsAre("dossier.annex.missing"));
}

TEST(Annexes, TheStrongerRuleCountsWhereAPageMayBeTheAnnexToo)
{
    reading::Record record = recordOf("work", "");
    record.pages.push_back(testPage("a", 4));
    record.pages.back().pageClass = PageClass::unknown;
    AnnexRule maybe = when("main.2", {"work"});
    maybe.condition = "als er een partner is";

    EXPECT_THAT(codesAfter(record, {maybe, always({"annex"})}), ElementsAre("dossier.annex.unchecked"));
    EXPECT_THAT(codesAfter(record, {always({"annex"}), maybe}), ElementsAre("dossier.annex.unchecked"));
}

TEST(Annexes, RulesForDifferentAnnexesGiveTheirOwnFindings)
{
    EXPECT_THAT(codesAfter(recordOf("work", ""), {always({"annex"}), always({"annex", "statement"})}),
                ElementsAre("dossier.annex.missing", "dossier.annex.missing"));
}

/// The annexes of an application with that purpose, by the committed rules: their messages, without 7101.
std::vector<std::string> asked(const std::string& part, const std::string& purpose)
{
    const auto forms = form::loadTemplates(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates");
    reading::Record record;
    record.pages = {testPage("a", 1, "6009", 5), testPage("a", 2, "7101", 1)};
    record.pages[0].fields = {testReading("6009.1.5", "1985-03-07")};
    for (const std::string one : {"a", "b", "c", "d", "e"}) {
        record.pages[0].fields.push_back(testReading("6009.2." + one, one == part ? purpose : ""));
    }
    checkAnnexes(record, forms, testContext());
    std::vector<std::string> messages;
    for (const reading::Finding& finding : record.findings) {
        messages.push_back(finding.message);
    }
    return messages;
}

TEST(AnnexesOf6009, IncomeAndIntegrationAreAskedForWhereThePurposeNamesThem)
{
    const auto income = HasSubstr("bijlage werkgeversverklaring, 7112 of ander inkomensbewijs");
    const auto integration = HasSubstr("ontbreekt bijlage 7116");

    EXPECT_THAT(asked("a", "vijf-jaar"), ElementsAre(income, integration));
    EXPECT_THAT(asked("b", "blauwe-kaart"), ElementsAre(income, integration));
    EXPECT_THAT(asked("b", "ex-geprivilegieerde"), ElementsAre(income, integration));
    EXPECT_THAT(asked("c", "gezinslid-ex-geprivilegieerde"), ElementsAre(income, integration));
    EXPECT_THAT(asked("c", "verzorgende-ouder"), ElementsAre(income, integration));
    EXPECT_THAT(asked("b", "belg-of-luxemburger"), ElementsAre(income));
    EXPECT_THAT(asked("a", "houder-onbepaalde-tijd"),
                ElementsAre(income, HasSubstr("ontbreekt mogelijk bijlage 7116: alleen nodig als")));
}

TEST(AnnexesOf6009, NothingIsAskedForWhereThePurposeNamesNone)
{
    EXPECT_THAT(asked("a", "in-nederland-geboren"), IsEmpty());
    EXPECT_THAT(asked("c", "eu-ingezetene-verloren"), IsEmpty());
    EXPECT_THAT(asked("d", "terugkeer-tien-jaar"), IsEmpty());
    EXPECT_THAT(asked("d", "terugkeer-vijf-jaar"), IsEmpty());
    EXPECT_THAT(asked("e", "oud-nederlander-afstand"), IsEmpty());
    EXPECT_THAT(asked("e", "oud-nederlander-ingetrokken"), IsEmpty());
}

TEST(AnnexesOf6009, AntecedentsAreAskedForFromTwelveYearsOn)
{
    const auto forms = form::loadTemplates(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates");
    reading::Record child;
    child.pages = {testPage("a", 1, "6009", 5)};
    child.pages[0].fields = {testReading("6009.1.5", "2014-01-01"), testReading("6009.2.a", ""),
                             testReading("6009.2.b", ""), testReading("6009.2.c", "eu-ingezetene-verloren")};
    reading::Record grown = child;
    grown.pages[0].fields[0].value = "2013-01-01";

    checkAnnexes(child, forms, testContext());
    checkAnnexes(grown, forms, testContext());

    EXPECT_THAT(codesOf(child), IsEmpty());
    EXPECT_THAT(codesOf(grown), ElementsAre("dossier.annex.missing"));
}

} // namespace
} // namespace scanstraat::dossier
