// SPDX-License-Identifier: EUPL-1.2
#include "draft/PaperComparison.h"

#include "DrawnSheet.h"
#include "draft/DraftMaker.h"
#include "form/TemplateLoader.h"
#include "print/FormPrinter.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <opencv2/imgcodecs.hpp>

#include <filesystem>

namespace scanstraat::draft {

namespace {

namespace fs = std::filesystem;

/// Page 1 of form 7101: twelve checkboxes and a barcode.
form::FormTemplate someForm()
{
    form::FormTemplate form = form::loadTemplate(fs::path(SCANSTRAAT_SOURCE_DIR) / "templates" / "7101");
    form.pages.resize(1);
    return form;
}

PaperComparison compare(const form::FormTemplate& wanted, const form::FormTemplate& printed,
                        const std::string& name)
{
    const fs::path pdf = fs::path(testing::TempDir()) / ("compare-" + name + ".pdf");
    print::printForm(printed, pdf);
    PaperComparison result = compareWithPaper(wanted, pdf, 0.3);
    fs::remove(pdf);
    return result;
}

} // namespace

TEST(PaperComparison, TemplateAgreesWithItsOwnPrint)
{
    const PaperComparison result = compare(someForm(), someForm(), "same");

    EXPECT_TRUE(result.agree) << result.summary;
}

TEST(PaperComparison, BoxThatLiesElsewhereIsNamedWithItsDifference)
{
    form::FormTemplate printed = someForm();
    printed.pages[0].fields[0].options[0].box.x += 0.5;

    const PaperComparison result = compare(someForm(), printed, "moved");

    EXPECT_FALSE(result.agree);
    ASSERT_EQ(result.pages.front().differences.size(), 1U);
    EXPECT_NE(result.pages.front().differences.front().find("option ja of field 7101.1.1"),
              std::string::npos);
    EXPECT_THAT(result.pages.front().differences.front(), testing::ContainsRegex("x [+]0\\.[45]"));
}

TEST(PaperComparison, WhatOnlyPaperOrOnlyTheTemplateHasIsSaid)
{
    form::FormTemplate printed = someForm();
    printed.pages[0].fields[0].options.pop_back();
    form::FormTemplate wanted = someForm();
    wanted.pages[0].fields[1].options.pop_back();

    const PaperComparison result = compare(wanted, printed, "parts");

    EXPECT_FALSE(result.agree);
    std::string all;
    for (const std::string& line : result.pages.front().differences) {
        all += line + "\n";
    }
    EXPECT_NE(all.find("not on paper"), std::string::npos) << all;
    EXPECT_NE(all.find("not in the template"), std::string::npos) << all;
}

TEST(PaperComparison, PageThatTheFileLacksIsNoAgreement)
{
    form::FormTemplate wanted = form::loadTemplate(fs::path(SCANSTRAAT_SOURCE_DIR) / "templates" / "7101");

    const PaperComparison result = compare(wanted, someForm(), "short");

    EXPECT_FALSE(result.agree);
}

TEST(PaperComparison, APrintThatIsMovedAsAWholeIsNoAgreement)
{
    form::FormTemplate wanted = someForm();
    form::Page& page = wanted.pages.front();
    for (form::AdjustmentField& mark : page.adjustmentFields) {
        mark.centre.x += 2.0;
    }
    for (form::Field& field : page.fields) {
        for (form::Option& option : field.options) {
            option.box.x += 2.0;
        }
    }

    const PaperComparison result = compare(wanted, someForm(), "shifted");

    EXPECT_FALSE(result.agree);
    EXPECT_NE(result.pages.front().differences.front().find("the page as a whole: shifted by"),
              std::string::npos)
        << result.pages.front().differences.front();
}

TEST(PaperComparison, ALongCombIsNotMovedByACell)
{
    form::FormTemplate form = someForm();
    form::Field comb = form.pages.front().fields.front();
    comb.id = "7101.9";
    comb.writing = form::Writing::comb;
    comb.options.clear();
    for (int i = 0; i < 30; ++i) {
        comb.cells.push_back({20.0 + 5.5 * i, 262, 5.5, 7});
    }
    comb.box = unite(comb.cells);
    form.pages.front().adjustmentFields.clear();
    form.pages.front().fields = {comb};

    const PaperComparison result = compare(form, form, "comb");

    EXPECT_TRUE(result.agree) << result.pages.front().heading << '\n' << result.summary;
}

TEST(PaperComparison, NothingToCompareIsNoAgreement)
{
    form::FormTemplate empty = someForm();
    empty.pages.front() = form::Page();
    empty.pages.front().number = 1;

    EXPECT_FALSE(compare(empty, empty, "nothing").agree);
}

/// A page of a comb of ticks, lines to write on and boxes, as no form of ours has them.
class ForeignPaper : public testing::Test
{
protected:
    ForeignPaper()
    {
        Sheet sheet = test::blankSheet();
        test::drawRule(sheet, 60, 150, 100, 90, 0);
        test::drawRule(sheet, 60, 150, 140, 90, 0);
        test::drawRule(sheet, 60, 110, 180, 50, 0);
        for (int i = 0; i <= 10; ++i) {
            cv::rectangle(sheet.grey,
                          cv::Rect(test::px(60.0 + 5.0 * i), test::px(177.5), test::px(0.3), test::px(2.6)),
                          cv::Scalar(0), cv::FILLED);
        }
        for (int i = 0; i < 4; ++i) {
            test::drawFrame(sheet, {60, 200.0 + 9.0 * i, 4, 4});
        }
        cv::imwrite(paper_, sheet.grey);
        draft_ = makeDraft(paper_, {"f", "Formulier"}).form;
    }

    scanstraat::test::TemporaryFolder folder_;
    fs::path paper_ = folder_ / "papier.png";
    form::FormTemplate draft_;
};

TEST_F(ForeignPaper, AgreesWithItsOwnDraft)
{
    const PaperComparison result = compareWithPaper(draft_, paper_, 0.3);

    EXPECT_TRUE(result.agree) << result.summary;
    EXPECT_GE(draft_.pages.front().fields.size(), 4U);
}

TEST_F(ForeignPaper, PlacesAboveALineThatLieElsewhereAreNamed)
{
    for (form::Field& field : draft_.pages.front().fields) {
        if (field.writing == form::Writing::lines) {
            field.box.y += 7.0;
            field.lines.front().y += 7.0;
        }
    }

    const PaperComparison result = compareWithPaper(draft_, paper_, 0.3);

    EXPECT_FALSE(result.agree);
    EXPECT_NE(result.pages.front().differences.front().find("no line is printed under it"),
              std::string::npos);
}

TEST_F(ForeignPaper, CellsBetweenTicksThatLieElsewhereAreNamed)
{
    for (form::Field& field : draft_.pages.front().fields) {
        for (RectMm& cell : field.cells) {
            cell.x += 0.8;
        }
    }

    EXPECT_FALSE(compareWithPaper(draft_, paper_, 0.3).agree);
}

} // namespace scanstraat::draft
