// SPDX-License-Identifier: EUPL-1.2
#include "form/AnnexChecker.h"

#include "SmallTemplate.h"
#include "form/TemplateLoader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::form {
namespace {

using test::kSmallTemplate;
using test::replaced;
using test::TemplateFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The small template with these rules, the first of them on line 8.
std::string withRules(const std::string& rules)
{
    return replaced(kSmallTemplate, "\"version\": \"1\",",
                    "\"version\": \"1\",\n  \"annexes\": [\n" + rules + "\n  ],");
}

/// Problems of the template with these rules, without the file's name: "8: annex rule 1 ...".
std::vector<std::string> problemsOf(const std::string& rules)
{
    const TemplateFolder folder;
    const auto file = folder.write("90", withRules(rules));
    std::vector<std::string> problems;
    for (const std::string& problem : checkTemplate(file)) {
        problems.push_back(problem.substr(file.string().size() + 1));
    }
    return problems;
}

const std::string kSound = R"({"anyOf": ["91", "nothing-known"], "field": "90.3", "options": ["pin"],
    "condition": "als het een cadeau is"},
    {"anyOf": ["92"]})";

TEST(AnnexRules, SoundRulesHaveNoProblemsAndTheirAnnexesNeedNoTemplate)
{
    EXPECT_THAT(problemsOf(kSound), IsEmpty());
}

TEST(AnnexRules, AreReadAsTheyStandThere)
{
    const TemplateFolder folder;
    folder.write("90", withRules(kSound));

    const FormTemplate form = loadTemplate(folder.path() / "90");

    ASSERT_EQ(form.annexes.size(), 2U);
    EXPECT_THAT(form.annexes[0].anyOf, ElementsAre("91", "nothing-known"));
    EXPECT_EQ(form.annexes[0].field, "90.3");
    EXPECT_THAT(form.annexes[0].options, ElementsAre("pin"));
    EXPECT_EQ(form.annexes[0].condition, "als het een cadeau is");
    EXPECT_FALSE(form.annexes[0].fromAge);
    EXPECT_TRUE(form.annexes[1].field.empty());
}

TEST(AnnexRules, AreWrittenAsTheyWereRead)
{
    const TemplateFolder folder;
    folder.write("90",
                 withRules(kSound + R"(, {"anyOf": ["93"], "fromAge": {"birthDate": "90.2", "years": 12}})"));
    const std::string written = toJson(loadTemplate(folder.path() / "90"));
    folder.write("90", written);

    EXPECT_EQ(toJson(loadTemplate(folder.path() / "90")), written);
    EXPECT_THAT(written, HasSubstr(R"("fromAge": {"birthDate":"90.2","years":12})"));
}

TEST(AnnexRules, UnknownFieldsAreNamedWithTheLineOfTheRule)
{
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"]},
{"anyOf": ["92"], "field": "90.9", "options": ["pin"]})"),
                ElementsAre("9: annex rule 2 names the unknown field \"90.9\""));
}

TEST(AnnexRules, FieldsThatAreNoChoiceAreNamed)
{
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"], "field": "90.1", "options": ["pin"]})"),
                ElementsAre("8: annex rule 1 names the field \"90.1\", which is no choice"));
}

TEST(AnnexRules, UnknownOptionsAreNamedWithTheKnownOnes)
{
    EXPECT_THAT(
        problemsOf(R"({"anyOf": ["91"], "field": "90.3", "options": ["wissel"]})"),
        ElementsAre("8: annex rule 1 names the unknown option \"wissel\"; \"90.3\" has contant, pin"));
}

/// A form with two choices, "90.a" with the option x and "90.b" with y, both of group "90.g" if wanted.
TemplateSource twoChoices(bool grouped, const AnnexRule& rule)
{
    TemplateSource source;
    source.form.id = "90";
    source.form.pages.resize(2);
    for (std::size_t index = 0; index < 2; ++index) {
        Field field;
        field.id = index == 0 ? "90.a" : "90.b";
        field.kind = FieldKind::choice;
        field.group = grouped ? "90.g" : "";
        field.options = {{index == 0 ? "x" : "y", "", {}}};
        source.form.pages[index].fields = {field};
    }
    source.form.annexes = {rule};
    return source;
}

AnnexRule askedBy(const std::string& field, const std::vector<std::string>& options)
{
    AnnexRule rule;
    rule.anyOf = {"91"};
    rule.field = field;
    rule.options = options;
    return rule;
}

TEST(AnnexRules, OptionsOfAnotherFieldAreNamedWithIt)
{
    const auto problems = checkAnnexRules(twoChoices(false, askedBy("90.a", {"y"})));

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].message,
              "annex rule 1 names the option \"y\", which is one of field \"90.b\", not of \"90.a\"");
}

TEST(AnnexRules, AGroupHasTheOptionsOfAllItsFields)
{
    EXPECT_THAT(checkAnnexRules(twoChoices(true, askedBy("90.g", {"x", "y"}))), IsEmpty());
    EXPECT_EQ(checkAnnexRules(twoChoices(true, askedBy("90.g", {"z"}))).size(), 1U);
}

TEST(AnnexRules, RulesThatAskForNothingOrForTheFormItselfAreNamed)
{
    EXPECT_THAT(problemsOf(R"({"anyOf": []})"), ElementsAre("8: annex rule 1 names no annex"));
    EXPECT_THAT(problemsOf(R"({"anyOf": ["90"]})"),
                ElementsAre("8: annex rule 1 asks for the form itself, \"90\""));
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91", "91"]})"),
                ElementsAre("8: annex rule 1 names the annex \"91\" twice"));
}

TEST(AnnexRules, OptionsWithoutAFieldAreNamed)
{
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"], "options": ["pin"]})"),
                ElementsAre("8: annex rule 1 names options, but no field"));
}

TEST(AnnexRules, AgesNeedADateAndYears)
{
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"], "fromAge": {"birthDate": "90.9", "years": 12}})"),
                ElementsAre("8: annex rule 1 takes the age from the unknown field \"90.9\""));
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"], "fromAge": {"birthDate": "90.1", "years": 0}})"),
                ElementsAre("8: annex rule 1 takes the age from field \"90.1\", which is no date",
                            "8: annex rule 1 has an age of 0 years; it must be 1 to 120"));
}

TEST(AnnexRules, WrongTypesAndUnknownKeysAreNamed)
{
    EXPECT_THAT(problemsOf(R"({"anyOf": [91, "92"]})"),
                ElementsAre("8: an annex rule has an item in \"anyOf\" that is not an id"));
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"], "when": "90.3"})"),
                ElementsAre("8: an annex rule has the unknown key \"when\""));
    EXPECT_THAT(problemsOf(R"({"anyOf": ["91"], "fromAge": {"birthDate": "90.2"}})"),
                ::testing::Contains(HasSubstr("misses the key \"years\"")));
}

} // namespace
} // namespace scanstraat::form
