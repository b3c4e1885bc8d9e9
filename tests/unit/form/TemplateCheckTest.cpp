// SPDX-License-Identifier: EUPL-1.2
#include "SmallTemplate.h"
#include "form/TemplateLoader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::form {
namespace {

using test::kSmallTemplate;
using test::replaced;
using test::TemplateFolder;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Problems of that document, without the file's name: "14: field ...".
std::vector<std::string> problemsOf(const std::string& document)
{
    const TemplateFolder folder;
    const auto file = folder.write("90", document);
    std::vector<std::string> problems;
    for (const std::string& problem : checkTemplate(file)) {
        EXPECT_EQ(problem.rfind(file.string() + ":", 0), 0U) << problem;
        problems.push_back(problem.substr(file.string().size() + 1));
    }
    return problems;
}

std::vector<std::string> problemsAfter(const std::string& from, const std::string& to)
{
    return problemsOf(replaced(kSmallTemplate, from, to));
}

TEST(TemplateCheck, ASoundTemplateHasNoProblems)
{
    EXPECT_THAT(problemsOf(kSmallTemplate), IsEmpty());
}

TEST(TemplateCheck, ACoverIsTheFirstPageAndAsksNothing)
{
    EXPECT_THAT(problemsAfter("\"number\": 1,", "\"number\": 1, \"role\": \"cover\","),
                ElementsAre(HasSubstr("page 1 is the cover, but has fields to fill in")));
    EXPECT_THAT(problemsAfter("\"number\": 1,", "\"number\": 1, \"role\": \"content\","), IsEmpty());
}

TEST(TemplateCheck, AnUnknownRoleIsNamed)
{
    EXPECT_THAT(problemsAfter("\"number\": 1,", "\"number\": 1, \"role\": \"front\","),
                ElementsAre(HasSubstr("unknown role \"front\"; known are content, cover")));
}

TEST(TemplateCheck, BrokenJsonIsNamedWithItsLine)
{
    const auto problems = problemsAfter("\"title\": \"Bestelling\",", "\"title\": \"Bestelling\"");

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0], HasSubstr("5: not JSON: syntax error"));
}

TEST(TemplateCheck, AnEmptyFileIsNotJson)
{
    EXPECT_THAT(problemsOf(""), ElementsAre(HasSubstr("1: not JSON")));
}

TEST(TemplateCheck, YamlThatIsNotJsonIsRefused)
{
    EXPECT_THAT(problemsOf("unit: mm\nid: 90\n"), ElementsAre(HasSubstr("1: not JSON")));
}

TEST(TemplateCheck, AListInsteadOfATemplateIsRefused)
{
    EXPECT_THAT(problemsOf("[]"), Not(IsEmpty()));
}

TEST(TemplateCheck, MissingKeysAreNamedWithTheObjectThatMissesThem)
{
    EXPECT_THAT(problemsAfter("\"label\": \"Naam\", ", ""),
                ElementsAre("18: field \"90.1\" misses the key \"label\" (a text)"));
}

TEST(TemplateCheck, UnknownKeysAreNamed)
{
    EXPECT_THAT(problemsAfter("\"edition\": \"1\",", "\"edition\": \"1\", \"colour\": \"red\","),
                ElementsAre("5: the template has the unknown key \"colour\""));
}

TEST(TemplateCheck, KeysThatStandTwiceAreNamed)
{
    EXPECT_THAT(problemsAfter("\"edition\": \"1\",", "\"edition\": \"1\", \"edition\": \"2\","),
                ElementsAre("5: the template has the key \"edition\" twice"));
}

TEST(TemplateCheck, ValuesOfTheWrongTypeAreNamed)
{
    EXPECT_THAT(problemsAfter("\"title\": \"Bestelling\"", "\"title\": 7"),
                ElementsAre("4: the template has a \"title\" that is a number; it must be a text"));
}

TEST(TemplateCheck, UnknownKindsAreNamedWithTheKnownOnes)
{
    const auto problems = problemsAfter("\"kind\": \"name\"", "\"kind\": \"nummer\"");

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0],
                HasSubstr("18: field \"90.1\" has the unknown kind \"nummer\"; known are v-number, "));
}

TEST(TemplateCheck, UnknownShapesOfMarksAreNamed)
{
    EXPECT_THAT(problemsAfter("\"shape\": \"ring\"", "\"shape\": \"star\""),
                ElementsAre(HasSubstr("14: an adjustment field has the unknown shape \"star\"")));
}

TEST(TemplateCheck, OtherUnitsAreRefused)
{
    EXPECT_THAT(problemsAfter("\"unit\": \"mm\"", "\"unit\": \"pt\""),
                ElementsAre(HasSubstr("must be \"mm\"")));
}

TEST(TemplateCheck, FieldsOutsideTheSheetAreNamedWithTheLimit)
{
    EXPECT_THAT(problemsAfter("\"box\": {\"x\": 80, \"y\": 40, \"width\": 100",
                              "\"box\": {\"x\": 80, \"y\": 40, \"width\": 134"),
                ElementsAre("18: field \"90.1\" ends at x = 214 mm, outside the A4 sheet (210 mm)"));
}

TEST(TemplateCheck, EmptyBoxesAreNamed)
{
    EXPECT_THAT(problemsAfter("\"zone\": {\"x\": 150, \"y\": 10, \"width\": 30",
                              "\"zone\": {\"x\": 150, \"y\": 10, \"width\": 0"),
                ElementsAre(HasSubstr("16: the barcode's zone is empty")));
}

TEST(TemplateCheck, IdsThatStandTwiceAreNamedWithTheFirstLine)
{
    const auto problems = problemsAfter("\"id\": \"90.2\"", "\"id\": \"90.1\"");

    EXPECT_THAT(problems, ElementsAre("22: field \"90.1\" is there twice; the first is on line 18"));
}

TEST(TemplateCheck, IdsOfAnotherFormAreNamed)
{
    EXPECT_THAT(problemsAfter("\"id\": \"90.2\"", "\"id\": \"91.2\""),
                ElementsAre(HasSubstr("22: field \"91.2\" must start with the form's id")));
}

TEST(TemplateCheck, OptionsThatStandTwiceAreNamed)
{
    EXPECT_THAT(
        problemsAfter("\"id\": \"pin\"", "\"id\": \"contant\""),
        ElementsAre(HasSubstr("30: option \"contant\" of field \"90.3\" is there twice; the first is on")));
}

TEST(TemplateCheck, CellsOutsideTheirFieldAreNamed)
{
    EXPECT_THAT(problemsAfter("{\"x\": 90, \"y\": 60", "{\"x\": 91, \"y\": 60"),
                ElementsAre("22: cell 3 of field \"90.2\" lies outside the field's box"));
}

TEST(TemplateCheck, CellsThatOverlapAreNamed)
{
    EXPECT_THAT(problemsAfter("{\"x\": 90, \"y\": 60", "{\"x\": 88, \"y\": 60"),
                ElementsAre("22: cells 2 and 3 of field \"90.2\" overlap"));
}

TEST(TemplateCheck, GroupsMustAddUpToTheCells)
{
    EXPECT_THAT(problemsAfter("\"groups\": [2, 1]", "\"groups\": [2, 2]"),
                ElementsAre("22: the groups of field \"90.2\" add up to 4, but it has 3 cells"));
}

TEST(TemplateCheck, CombsNeedCells)
{
    EXPECT_THAT(problemsAfter("\"writing\": \"lines\"", "\"writing\": \"comb\""),
                Contains(HasSubstr("18: field \"90.1\" misses the key \"cells\"")));
}

TEST(TemplateCheck, CheckboxesThatOverlapAreNamed)
{
    const auto problems = problemsAfter("\"y\": 86", "\"y\": 82");

    EXPECT_THAT(problems,
                ElementsAre(HasSubstr("30: option \"pin\" of field \"90.3\" overlaps option \"contant\"")));
}

TEST(TemplateCheck, CheckboxesThatTouchAreSound)
{
    EXPECT_THAT(problemsAfter("\"y\": 86", "\"y\": 84"), IsEmpty());
}

TEST(TemplateCheck, FieldsThatOverlapOtherFieldsAreNamed)
{
    const std::string moved =
        replaced(kSmallTemplate, "\"box\": {\"x\": 80, \"y\": 40, \"width\": 100, \"height\": 8",
                 "\"box\": {\"x\": 80, \"y\": 40, \"width\": 100, \"height\": 21");

    EXPECT_THAT(problemsOf(moved),
                ElementsAre(HasSubstr("22: field \"90.2\" overlaps field \"90.1\" (line 18)")));
}

TEST(TemplateCheck, FieldsThatTouchAnAdjustmentFieldAreNamed)
{
    const std::string moved = replaced(replaced(kSmallTemplate, "{\"x\": 80, \"y\": 40, \"width\": 100",
                                                "{\"x\": 12, \"y\": 8, \"width\": 100"),
                                       "{\"x\": 80.5, \"y\": 40.5", "{\"x\": 12.5, \"y\": 8.5");

    EXPECT_THAT(problemsOf(moved),
                ElementsAre("18: field \"90.1\" touches the adjustment field at (10 mm, 10 mm)"));
}

TEST(TemplateCheck, TextsThatLeaveTheSheetAreNamed)
{
    EXPECT_THAT(problemsAfter("\"width\": 9, \"size\"", "\"width\": 190, \"size\""),
                ElementsAre("34: printed text \"Naam\" ends at x = 218 mm, outside the A4 sheet (210 mm)"));
}

TEST(TemplateCheck, APageThatIsRecognisedOtherwiseNeedsNoFooter)
{
    EXPECT_THAT(problemsAfter(R"("footer": {"text": "1   90-1", "x": 18, "y": 288, "size": 8},)", ""),
                ElementsAre());
}

TEST(TemplateCheck, TwoFieldsInOnePlaceOfATableAreNamed)
{
    const auto inTable = [](const std::string& text, const std::string& question) {
        const std::string at = "\"question\": \"" + question + "\",";
        return replaced(text, at, at + R"( "table": {"id": "week", "row": "ma", "column": "uren"},)");
    };
    const std::string once = inTable(kSmallTemplate, "1");

    EXPECT_THAT(problemsOf(once), IsEmpty());
    EXPECT_THAT(
        problemsOf(inTable(once, "2")),
        ElementsAre("22: field \"90.2\" stands in the table at week/ma/uren like the field on line 18"));
}

TEST(TemplateCheck, AFooterOfAnotherPageIsNamed)
{
    EXPECT_THAT(problemsAfter("1   90-1", "2   90-2"), ElementsAre(HasSubstr("does not show its number")));
}

TEST(TemplateCheck, TwoAdjustmentFieldsAreTooFew)
{
    EXPECT_THAT(problemsAfter(R"(        {"shape": "filled-square", "x": 10, "y": 10, "size": 5},)", ""),
                ElementsAre(HasSubstr("registration needs at least 3")));
}

TEST(TemplateCheck, TextsOverBoxesAndCellsAreNamed)
{
    EXPECT_THAT(problemsAfter(R"("x": 28, "y": 45, "width": 9)", R"("x": 73, "y": 83, "width": 9)"),
                ElementsAre("34: printed text \"Naam\" lies over option \"contant\" of field \"90.3\""));
    EXPECT_THAT(problemsAfter(R"("x": 28, "y": 45, "width": 9)", R"("x": 73, "y": 65, "width": 9)"),
                ElementsAre("34: printed text \"Naam\" lies over cell 1 of field \"90.2\""));
    EXPECT_THAT(problemsAfter(R"("x": 28, "y": 45, "width": 9)", R"("x": 71.3, "y": 83, "width": 9)"),
                IsEmpty());
}

TEST(TemplateCheck, PayloadsMustSuitTheirSymbology)
{
    const auto problemsWith = [](const std::string& symbology, const std::string& payload) {
        return problemsAfter("\"code39\", \"payload\": \"90\"",
                             "\"" + symbology + "\", \"payload\": \"" + payload + "\"");
    };

    EXPECT_THAT(problemsWith("code128", "Form-7/a"), IsEmpty());
    EXPECT_THAT(problemsWith("interleaved-2-of-5", "1234"), IsEmpty());
    EXPECT_THAT(problemsWith("qr", "https://example.org/7"), IsEmpty());
    EXPECT_THAT(problemsWith("data-matrix", "Vraag 7"), IsEmpty());
    EXPECT_THAT(problemsWith("interleaved-2-of-5", "123"),
                ElementsAre(HasSubstr("no even number of digits")));
    EXPECT_THAT(problemsWith("code128", "caf\u00e9"), ElementsAre(HasSubstr("Code 128 has not")));
}

TEST(TemplateCheck, PayloadsOutsideTheAlphabetAreNamed)
{
    EXPECT_THAT(problemsAfter("\"payload\": \"90\"", "\"payload\": \"9o\""),
                ElementsAre(HasSubstr("16: the barcode's payload \"9o\"")));
}

TEST(TemplateCheck, UnknownSymbologiesAreNamed)
{
    EXPECT_THAT(problemsAfter("\"code39\"", "\"code40\""),
                ElementsAre(HasSubstr("16: the barcode has the unknown symbology \"code40\"; known are ")));
}

TEST(TemplateCheck, ChoicesMustBeCheckboxes)
{
    EXPECT_THAT(problemsAfter("\"kind\": \"choice\"", "\"kind\": \"name\""),
                ElementsAre("26: field \"90.3\" is of kind name, which cannot be written as checkboxes"));
}

TEST(TemplateCheck, AllProblemsAreToldInTheOrderOfTheFile)
{
    std::string document = replaced(kSmallTemplate, "\"groups\": [2, 1]", "\"groups\": [2, 2]");
    document = replaced(document, "\"title\": \"Bestelling\"", "\"title\": 7");

    EXPECT_THAT(problemsOf(document), ElementsAre(HasSubstr("4: "), HasSubstr("22: ")));
}

TEST(TemplateCheck, PageNumbersStartAtOne)
{
    EXPECT_THAT(problemsAfter("\"number\": 1,", "\"number\": 0,"), Contains(HasSubstr("number below 1")));
}

TEST(TemplateCheck, AdjustmentFieldsLieApart)
{
    EXPECT_THAT(problemsAfter("\"x\": 200, \"y\": 10, \"size\": 5", "\"x\": 10, \"y\": 10, \"size\": 5"),
                ElementsAre("13: adjustment fields 1 and 2 overlap"));
}

TEST(TemplateCheck, AFrameLeavesRoomToWriteIn)
{
    EXPECT_THAT(problemsAfter("\"kind\": \"choice\",", "\"kind\": \"choice\", \"frame\": 2,"),
                ElementsAre(HasSubstr("field \"90.3\" has a frame of 2 mm, which fills a box of 4 mm")));
    EXPECT_THAT(problemsAfter("\"kind\": \"choice\",", "\"kind\": \"choice\", \"frame\": 1,"), IsEmpty());
}

} // namespace
} // namespace scanstraat::form
