// SPDX-License-Identifier: EUPL-1.2
#include "print/Composer.h"

#include "base/Error.h"
#include "base/Units.h"
#include "form/TemplateLoader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace scanstraat::print {
namespace {

namespace fs = std::filesystem;
using namespace form;
using ::testing::HasSubstr;

const fs::path kTemplates = fs::path(SCANSTRAAT_SOURCE_DIR) / "templates";

FormTemplate compose(const std::string& outline)
{
    const fs::path file = fs::temp_directory_path() / ("outline-" + std::to_string(getpid()) + ".yaml");
    std::ofstream(file) << outline;
    FormTemplate form = composeForm(file);
    fs::remove(file);
    return form;
}

std::string errorOf(const std::string& outline)
{
    try {
        (void)compose(outline);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        return error.what();
    }
    return "";
}

const std::string kHead = "id: \"90\"\ntitle: Bestelling\nedition: \"1\"\nversion: \"1\"\npages:\n";

/// Ink of a printed text: capitals reach 0.72 of the type size above the baseline, tails 0.22 below.
RectMm inkOf(const PrintedText& text)
{
    const double size = pointsToMm(text.sizePt);
    return {text.at.x, text.at.y - 0.72 * size, text.widthMm, 0.94 * size};
}

bool overlap(const RectMm& a, const RectMm& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// All that is written in or crossed on a page, with its printed frame.
std::vector<RectMm> placesToWrite(const Page& page)
{
    std::vector<RectMm> places;
    for (const Field& field : page.fields) {
        if (field.writing != Writing::checkboxes) {
            places.push_back(field.box.grown(field.frameMm / 2));
        }
        for (const Option& option : field.options) {
            places.push_back(option.box);
        }
    }
    return places;
}

class EveryForm : public ::testing::TestWithParam<std::string>
{
protected:
    const FormTemplate form = loadTemplate(kTemplates / GetParam());
};

TEST_P(EveryForm, IsExactlyWhatItsOutlineComposes)
{
    EXPECT_EQ(toJson(composeForm(kTemplates / GetParam() / "outline.yaml")), toJson(form))
        << "run: scanstraat template compose templates/" << GetParam() << "/outline.yaml --out templates/"
        << GetParam() << "/template.json";
}

TEST_P(EveryForm, HasNoTextOverOtherTextOrInPlacesToWrite)
{
    for (const Page& page : form.pages) {
        const std::vector<RectMm> places = placesToWrite(page);
        for (std::size_t one = 0; one < page.texts.size(); ++one) {
            const RectMm ink = inkOf(page.texts[one]);
            for (std::size_t other = 0; other < one; ++other) {
                EXPECT_FALSE(overlap(ink, inkOf(page.texts[other])))
                    << "page " << page.number << ": " << page.texts[one].text << " / "
                    << page.texts[other].text;
            }
            for (const RectMm& place : places) {
                EXPECT_FALSE(overlap(ink, place)) << "page " << page.number << ": " << page.texts[one].text;
            }
        }
    }
}

TEST_P(EveryForm, KeepsItsMarginsAndTheQuietZonesOfItsMarks)
{
    const RectMm printable{17.5, 9.5, 175.5, 279.5};
    for (const Page& page : form.pages) {
        std::vector<RectMm> printed = placesToWrite(page);
        for (const PrintedText& text : page.texts) {
            printed.push_back(inkOf(text));
        }
        for (const PrintedBox& box : page.printedBoxes) {
            printed.push_back(box.area);
        }
        for (const RectMm& area : printed) {
            EXPECT_EQ(unite(printable, area), printable)
                << "page " << page.number << " at " << area.x << ", " << area.y;
        }
        for (const AdjustmentField& mark : page.adjustmentFields) {
            const RectMm quiet = RectMm{mark.centre.x, mark.centre.y, 0, 0}.grown(mark.sizeMm / 2 + 4.0);
            for (const RectMm& area : printed) {
                EXPECT_FALSE(overlap(quiet, area)) << "page " << page.number;
            }
        }
    }
}

TEST_P(EveryForm, NamesEveryPageInItsFooterAndCarriesItsBarcodeOnTheFirst)
{
    for (const Page& page : form.pages) {
        EXPECT_EQ(page.footer, std::to_string(page.number) + "   " + form.id + "-" + form.edition);
        EXPECT_EQ(page.adjustmentFields.size(), 4U);
        EXPECT_EQ(page.barcode.has_value(), &page == &form.pages.front());
    }
    EXPECT_EQ(form.pages.front().barcode->payload, form.id);
}

INSTANTIATE_TEST_SUITE_P(Composer, EveryForm, ::testing::Values("6009", "7101", "7112", "7116"),
                         [](const auto& form) { return form.param; });

TEST(Composer, NamesFieldsByFormQuestionAndPart)
{
    const FormTemplate form = compose(kHead + R"(
  - number: 3
    blocks:
      - question: "1.3"
        label: Naam
        answers:
          - {part: achternaam, caption: Achternaam, kind: name}
      - question: "1.5"
        label: Geboortedatum
        answers:
          - {kind: date, comb: [2, 2, 4], optional: true}
)");

    const Field* name = findField(form, "90.1.3.achternaam");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->label, "Naam: Achternaam");
    EXPECT_TRUE(name->required);
    const Field* date = findField(form, "90.1.5");
    ASSERT_NE(date, nullptr);
    EXPECT_FALSE(date->required);
    EXPECT_EQ(date->groups, (std::vector<int>{2, 2, 4}));
    EXPECT_EQ(date->cells.size(), 8U);
}

TEST(Composer, CarriesTheRulesAboutAnnexes)
{
    const FormTemplate form = compose(R"(id: "90"
title: Bestelling
edition: "1"
version: "1"
annexes:
  - anyOf: ["91", bon]
    field: "90.3"
    options: [pin]
    condition: als het een cadeau is
  - anyOf: ["92"]
    fromAge: {birthDate: 90.2, years: 12}
pages: []
)");

    ASSERT_EQ(form.annexes.size(), 2U);
    EXPECT_EQ(form.annexes[0].anyOf, (std::vector<std::string>{"91", "bon"}));
    EXPECT_EQ(form.annexes[0].field, "90.3");
    EXPECT_EQ(form.annexes[0].options, (std::vector<std::string>{"pin"}));
    EXPECT_EQ(form.annexes[0].condition, "als het een cadeau is");
    ASSERT_TRUE(form.annexes[1].fromAge);
    EXPECT_EQ(form.annexes[1].fromAge->birthDate, "90.2");
    EXPECT_EQ(form.annexes[1].fromAge->years, 12);
}

TEST(Composer, AFormWithoutRulesGetsNone)
{
    EXPECT_TRUE(compose(kHead + "  - number: 1\n    blocks: []\n").annexes.empty());
}

TEST(Composer, FaultyRulesAreNamedWithFileAndLine)
{
    const std::string head = "id: \"90\"\ntitle: Bestelling\nedition: \"1\"\nversion: \"1\"\nannexes:\n";

    EXPECT_THAT(errorOf(head + "  - {anyOf: [x], when: y}\n"), HasSubstr(".yaml:6: unknown key \"when\""));
    EXPECT_THAT(errorOf(head + "  - {field: y}\n"), HasSubstr(":6: the key \"anyOf\" is missing"));
    EXPECT_THAT(errorOf(head + "  - {anyOf: x}\n"), HasSubstr(":6: \"anyOf\" has a value of the wrong type"));
}

TEST(Composer, UnknownKeysAreNamedWithFileAndLine)
{
    EXPECT_THAT(errorOf(kHead + "  - number: 1\n    colour: red\n"),
                HasSubstr(".yaml:7: unknown key \"colour\""));
}

TEST(Composer, UnknownKindsAreNamedWithFileAndLine)
{
    EXPECT_THAT(errorOf(kHead + "  - number: 1\n    blocks:\n      - question: \"1\"\n        label: Naam\n"
                                "        answers:\n          - {kind: nummer}\n"),
                HasSubstr(":11: unknown kind \"nummer\"; known are v-number, "));
}

TEST(Composer, APageThatIsTooFullIsAnErrorWithTheBlocksLine)
{
    EXPECT_THAT(errorOf(kHead + "  - number: 1\n    blocks:\n      - space: 200\n      - space: 100\n"),
                HasSubstr(":9: page 1 is too full"));
}

TEST(Composer, BrokenYamlIsAnErrorWithItsLine)
{
    EXPECT_THAT(errorOf("id: \"90\"\ntitle: [\n"), HasSubstr(".yaml:"));
}

TEST(Composer, AMissingOutlineIsAnInstallationError)
{
    EXPECT_THROW((void)composeForm("/nonexistent/outline.yaml"), Error);
}

const Field& fieldOf(const FormTemplate& form, const std::string& id)
{
    const Field* field = findField(form, id);
    if (field == nullptr) {
        throw std::logic_error("no field " + id);
    }
    return *field;
}

TEST(Composer, PutsAnswersBesideEachOther)
{
    const FormTemplate form = compose(kHead + R"(  - number: 1
    blocks:
      - question: "1"
        label: Adres
        answers:
          - {part: straat, caption: Straat, kind: street, width: 76}
          - {part: nummer, caption: Nummer, kind: house-number, beside: true}
          - {part: postcode, caption: Postcode, kind: postcode, comb: [4, 2]}
          - part: soort
            kind: choice
            beside: true
            inline: true
            options: [{id: huis, label: Huis}]
)");
    const RectMm street = fieldOf(form, "90.1.straat").box;
    const RectMm number = fieldOf(form, "90.1.nummer").box;
    const RectMm postcode = fieldOf(form, "90.1.postcode").box;
    const RectMm box = fieldOf(form, "90.1.soort").box;

    EXPECT_DOUBLE_EQ(number.y, street.y);
    EXPECT_NEAR(number.x, street.right() + 4.0, 0.01);
    EXPECT_DOUBLE_EQ(number.right(), 192.0);
    EXPECT_GT(postcode.y, street.bottom());
    EXPECT_NEAR(box.centre().y, postcode.centre().y, 0.01);
}

TEST(Composer, LaysOutTables)
{
    const FormTemplate form = compose(kHead + R"(  - number: 1
    blocks:
      - table: week
        heading: Dag
        columns:
          - {part: uren, caption: Uren, kind: number, comb: [2], width: 40}
          - {part: vrij, caption: Vrij, kind: choice, options: [{id: vrij, label: vrij}], inline: true}
        rows:
          - {part: ma, label: Maandag}
          - {part: di, label: Dinsdag}
)");
    const Field& hours = fieldOf(form, "90.week.di.uren");

    ASSERT_TRUE(hours.cell.has_value());
    EXPECT_EQ(hours.cell->table, "week");
    EXPECT_EQ(hours.cell->row, "di");
    EXPECT_EQ(hours.cell->column, "uren");
    EXPECT_EQ(hours.label, "Dinsdag: Uren");
    EXPECT_DOUBLE_EQ(hours.box.x, fieldOf(form, "90.week.ma.uren").box.x);
    EXPECT_GT(hours.box.y, fieldOf(form, "90.week.ma.vrij").box.bottom());
}

TEST(Composer, AFormWithoutNumberHasNoFooterOfItsOwn)
{
    const std::string head = "id: lijst\ntitle: Lijst\nversion: \"1\"\n";
    const std::string page = "pages:\n  - number: 3\n    blocks: [{title: Lijst}]\n";

    EXPECT_THAT(errorOf(head + page), HasSubstr("say footer: page or footer: none"));
    EXPECT_TRUE(compose(head + "footer: none\n" + page).pages[0].footer.empty());
    const FormTemplate numbered = compose(head + "footer: page\n" + page);
    EXPECT_TRUE(numbered.pages[0].footer.empty());
    EXPECT_EQ(numbered.pages[0].texts.front().text, "3");
    EXPECT_THAT(errorOf(head + "footer: both\n" + page), HasSubstr("unknown footer \"both\""));
}

} // namespace
} // namespace scanstraat::print
