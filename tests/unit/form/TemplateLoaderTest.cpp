// SPDX-License-Identifier: EUPL-1.2
#include "form/TemplateLoader.h"

#include "SmallTemplate.h"
#include "base/Error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

namespace scanstraat::form {
namespace {

using test::kSmallTemplate;
using test::replaced;
using test::TemplateFolder;
using ::testing::HasSubstr;

const std::filesystem::path kTemplates = std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates";

/// The message of the installation error that the call throws; empty when it does not throw.
std::string installationError(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::installation);
        return error.what();
    }
    return "";
}

TEST(TemplateLoader, ReadsEveryPartOfATemplate)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);

    const FormTemplate form = loadTemplate(folder.path() / "90");

    EXPECT_EQ(form.id, "90");
    EXPECT_FALSE(form.opensApplication);
    ASSERT_EQ(form.pages.size(), 1U);
    const Page& page = form.pages[0];
    EXPECT_EQ(page.footer, "1   90-1");
    EXPECT_EQ(page.footerAt, (PointMm{18, 288}));
    ASSERT_EQ(page.adjustmentFields.size(), 3U);
    EXPECT_EQ(page.adjustmentFields[2].shape, MarkShape::ring);
    ASSERT_TRUE(page.barcode);
    EXPECT_EQ(page.barcode->zone, (RectMm{150, 10, 30, 12}));
    ASSERT_EQ(page.fields.size(), 3U);
    EXPECT_EQ(page.fields[1].cells[2], (RectMm{90, 60, 5, 7}));
    EXPECT_EQ(page.fields[2].options[1].shape, BoxShape::round);
    ASSERT_EQ(page.texts.size(), 1U);
    EXPECT_TRUE(page.texts[0].bold);
}

TEST(TemplateLoader, WhatIsWrittenReadsBackTheSame)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);
    const std::string written = toJson(loadTemplate(folder.path() / "90"));
    folder.write("90", written);

    EXPECT_EQ(toJson(loadTemplate(folder.path() / "90")), written);
}

TEST(TemplateLoader, CommittedTemplatesAreInTheFormatThatIsWritten)
{
    for (const FormTemplate& form : loadTemplates(kTemplates)) {
        std::ifstream file(kTemplates / form.id / "template.json");
        const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};

        EXPECT_EQ(text, toJson(form)) << form.id;
    }
}

TEST(TemplateLoader, CommittedTemplatesAreSoundAndSorted)
{
    std::vector<std::string> ids;
    for (const FormTemplate& form : loadTemplates(kTemplates)) {
        ids.push_back(form.id);
        EXPECT_THAT(checkTemplate(kTemplates / form.id / "template.json"), ::testing::IsEmpty());
    }

    EXPECT_TRUE(std::ranges::is_sorted(ids));
    EXPECT_THAT(ids, ::testing::IsSupersetOf({"6009",
                                              "7101",
                                              "7112",
                                              "7116",
                                              "bewijsmiddelen-inkomen",
                                              "bewijsstukken-inkomen",
                                              "bewustverklaring-au-pair",
                                              "bewustverklaring-geestelijk-voorganger",
                                              "bewustverklaring-religieus",
                                              "bewustverklaring-studie",
                                              "burgerlijke-staat",
                                              "fotokaart",
                                              "garantverklaring-uitwisseling",
                                              "medische-situatie",
                                              "mvv",
                                              "overeenkomst-au-pair",
                                              "relatieverklaring",
                                              "toestemmingsverklaring-medisch",
                                              "verklaring-religieuze-organisatie",
                                              "werkgeversverklaring",
                                              "werkgeversverklaring-mvv",
                                              "zelfstandige-mvv"}));
}

TEST(TemplateLoader, TheStatementOfIncomeIsATableOfThreeFinancialYears)
{
    const FormTemplate form = loadTemplate(kTemplates / "7112");

    std::map<std::string, std::set<std::string>> columns;
    for (const Page& page : form.pages) {
        for (const Field& field : page.fields) {
            if (field.cell && field.cell->table == "inkomsten") {
                columns[field.cell->row].insert(field.cell->column);
            }
        }
    }

    const std::set<std::string> closed = {
        "van", "tot", "winst", "winst-per-maand", "correcties", "fiscale-winst", "aanslag-volgt-winst"};
    EXPECT_EQ(columns, (std::map<std::string, std::set<std::string>>{
                           {"lopend", {"van", "tot", "winst", "winst-per-maand"}},
                           {"laatste", closed},
                           {"voorlaatste", closed}}));
}

TEST(TemplateLoader, TheAccountantMustSignTheStatementOfIncome)
{
    const FormTemplate form = loadTemplate(kTemplates / "7112");

    const Field* signature = findField(form, "7112.5.6");

    ASSERT_NE(signature, nullptr);
    EXPECT_EQ(signature->kind, FieldKind::signature);
    EXPECT_TRUE(signature->required);
}

TEST(TemplateLoader, AMissingFileIsAnInstallationError)
{
    const TemplateFolder folder;

    EXPECT_THAT(installationError([&] { (void)loadTemplate(folder.path() / "91"); }),
                HasSubstr("template.json:1: cannot be read: No such file"));
}

TEST(TemplateLoader, AFolderWithoutTemplatesIsAnInstallationError)
{
    const TemplateFolder folder;

    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path()); }),
                HasSubstr("holds no templates"));
    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path() / "none"); }),
                HasSubstr("none: cannot be searched for templates (No such file"));
}

TEST(TemplateLoader, OneBrokenTemplateStopsAllWithFileAndLine)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);
    const auto file = folder.write("91", replaced(kSmallTemplate, "\"version\": \"1\"", "\"version\": 1"));

    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path()); }),
                HasSubstr(file.string() + ":6: "));
}

TEST(TemplateLoader, TheSameEditionTwiceIsAnInstallationError)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);
    folder.write("90-copy", kSmallTemplate);

    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path()); }),
                HasSubstr("two templates are form \"90\", edition \"1\""));
}

TEST(TemplateLoader, AnotherEditionMayStandBesideIt)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);
    folder.write("90-2", replaced(kSmallTemplate, "\"edition\": \"1\"", "\"edition\": \"2\""));

    EXPECT_EQ(loadTemplates(folder.path()).size(), 2U);
}

TEST(TemplateLoader, AFolderInPlaceOfATemplateIsABrokenInstallation)
{
    const TemplateFolder folder;
    std::filesystem::create_directories(folder.path() / "90/template.json");

    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path()); }), HasSubstr("it is a folder"));
    EXPECT_THAT(installationError([&] { (void)checkTemplate(folder.path()); }), HasSubstr("it is a folder"));
}

TEST(TemplateLoader, AFormWithNothingButItsOutlineIsABrokenInstallation)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);
    std::filesystem::create_directory(folder.path() / "91");
    std::ofstream(folder.path() / "91/outline.yaml") << "id: 91\n";

    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path()); }),
                HasSubstr("91/template.json:1: cannot be read: only its outline is there"));
}

TEST(TemplateLoader, OtherFoldersBesideTheTemplatesAreLeftAlone)
{
    const TemplateFolder folder;
    folder.write("90", kSmallTemplate);
    std::filesystem::create_directory(folder.path() / "plaatjes");

    EXPECT_EQ(loadTemplates(folder.path()).size(), 1U);
}

TEST(TemplateLoader, AFolderOfTemplatesThatCannotBeSearchedIsABrokenInstallation)
{
    const TemplateFolder folder;
    std::filesystem::create_directory_symlink("lus", folder.path() / "lus");

    EXPECT_THAT(installationError([&] { (void)loadTemplates(folder.path() / "lus"); }),
                HasSubstr("cannot be searched for templates"));
}

} // namespace
} // namespace scanstraat::form
