// SPDX-License-Identifier: EUPL-1.2
#include "draft/PaperComparison.h"

#include "form/TemplateLoader.h"
#include "print/FormPrinter.h"

#include <gmock/gmock.h>

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

} // namespace scanstraat::draft
