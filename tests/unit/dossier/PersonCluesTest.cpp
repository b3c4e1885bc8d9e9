// SPDX-License-Identifier: EUPL-1.2
#include "dossier/PersonClues.h"

#include "TestForms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace scanstraat::dossier {
namespace {

using testing::ElementsAre;

PersonClues clues(const std::string& vNumber, const std::string& name = "", const std::string& birth = "")
{
    reading::PageReading page = testPage("f", 1, "annex", 1);
    page.fields = {testReading("annex.v", vNumber), testReading("annex.name", name),
                   testReading("annex.birth", birth)};
    return cluesOf(page, testForms());
}

TEST(PersonClues, AreTheApplicantsFields)
{
    const PersonClues found = clues("2712345678", "JAN DE VRIES", "1985-03-07");

    ASSERT_EQ(found.vNumber.size(), 10U);
    EXPECT_EQ(found.vNumber[9].text, "8");
    ASSERT_EQ(found.birthDate.size(), 8U);
    EXPECT_EQ(found.birthDate[1].text, "7");
    EXPECT_THAT(found.names, ElementsAre("JAN", "DE", "VRIES"));
}

TEST(PersonClues, AreNotOnOtherPagesNorInEmptyFields)
{
    EXPECT_TRUE(cluesOf(testPage("f", 1), testForms()).empty());
    EXPECT_TRUE(cluesOf(testPage("f", 1, "annex", 2), testForms()).empty());
    EXPECT_TRUE(clues("").empty());
}

TEST(PersonClues, AnotherPersonsNameTellsNoPersonButMayBeTheirs)
{
    auto forms = testForms();
    for (form::Field& field : forms[0].pages[0].fields) {
        field.validators.emplace_back("other-person");
    }
    reading::PageReading page = testPage("f", 1, "annex", 1);
    page.fields = {testReading("annex.name", "JAN DE VRIES")};

    const PersonClues clues = cluesOf(page, forms);
    EXPECT_FALSE(clues.tellsAPerson());
    EXPECT_THAT(clues.words, ElementsAre("JAN", "DE", "VRIES"));
}

TEST(PersonClues, AnotherPersonsNameIsNoneBesideTheApplicants)
{
    auto forms = testForms();
    form::Field partner = testField("annex.partner", form::FieldKind::name);
    partner.validators = {"other-person"};
    forms[0].pages[1].fields.push_back(partner);
    reading::PageReading page = testPage("f", 1, "annex", 2);
    page.fields = {testReading("annex.partner", "JAN DE VRIES")};

    EXPECT_TRUE(cluesOf(page, forms).empty());
}

TEST(PersonClues, WhereTheNameIsAskedAgainIsAClueToo)
{
    auto forms = testForms();
    form::Field again = testField("annex.again", form::FieldKind::name);
    again.validators = {"same-as:annex.name"};
    forms[0].pages[1].fields.push_back(again);
    reading::PageReading page = testPage("f", 1, "annex", 2);
    page.fields = {testReading("annex.again", "JAN DE VRIES")};

    EXPECT_THAT(cluesOf(page, forms).names, ElementsAre("JAN", "DE", "VRIES"));
}

TEST(Likeness, OneNumberIsOnePerson)
{
    EXPECT_GT(compare(clues("2712345678"), clues("2712345678")).sum(), 15.0);
    EXPECT_LT(compare(clues("2712345678"), clues("2798765432")).sum(), -4.0);
}

TEST(Likeness, ASlipOfThePenIsStillOnePerson)
{
    const double slip = compare(clues("2712345678"), clues("2712345679")).sum();

    EXPECT_GT(slip, 5.0);
    EXPECT_LT(slip, compare(clues("2712345678"), clues("2712345678")).sum() - 4.0);
}

TEST(Likeness, ADoubtfulDigitTellsLess)
{
    PersonClues doubtful = clues("2712345678");
    doubtful.vNumber[9].text = "3";
    doubtful.vNumber[9].probability = 0.5;
    doubtful.vNumber[9].alternatives = {{"8", 0.49}};

    EXPECT_GT(compare(clues("2712345678"), doubtful).sum(),
              compare(clues("2712345678"), clues("2712345673")).sum());
}

TEST(Likeness, BirthDatesAndNamesTellLessThanNumbers)
{
    const double number = compare(clues("2712345678"), clues("2712345678")).sum();
    const double birth = compare(clues("", "", "1985-03-07"), clues("", "", "1985-03-07")).sum();
    const double name = compare(clues("", "JAN DE VRIES"), clues("", "JAN DE VRIES")).sum();

    EXPECT_GT(number, birth);
    EXPECT_GT(birth, name);
    EXPECT_GT(name, 2.0);
}

TEST(Likeness, RelativesAreToldApartByTheirFirstNames)
{
    const PersonClues jan = clues("", "JAN DE VRIES");

    EXPECT_GT(compare(jan, clues("", "JAN DE VRIES")).sum(),
              compare(jan, clues("", "PIETER DE VRIES")).sum() + 2.0);
    EXPECT_GT(compare(jan, clues("", "J DE VRIES")).sum(), 1.0);
}

TEST(Likeness, AnIllegibleNameContradictsLittle)
{
    PersonClues illegible = clues("", "XKWQ ZZOP");
    illegible.nameSurety = 0.3;

    EXPECT_GT(compare(clues("", "JAN DE VRIES"), illegible).sum(), -1.0);
    EXPECT_LT(compare(clues("", "JAN DE VRIES"), clues("", "XKWQ ZZOP")).sum(), -3.0);
}

TEST(Likeness, NothingComparedIsNoEvidence)
{
    EXPECT_EQ(compare(clues("2712345678"), clues("", "JAN")).sum(), 0.0);
}

} // namespace
} // namespace scanstraat::dossier
