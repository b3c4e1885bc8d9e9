// SPDX-License-Identifier: EUPL-1.2
#include "ident/SeparatorSheet.h"

#include "ident/PageIdentifier.h"
#include "ident/PatchReader.h"
#include "print/SeparatorSheet.h"
#include "support/PrintedPage.h"

#include <gtest/gtest.h>

#include <map>

namespace scanstraat::ident {
namespace {

using form::PatchCode;

/// How a sheet comes out of the scanner.
struct ScanOf
{
    double degrees = 0.0;
    double dpi = 300.0;
    double size = 1.0; ///< printed size
    bool bitonal = false;
    double noise = 0.0;
    int ink = 0; ///< grey of the blackest ink
};

constexpr double kSheetPixelsPerMm = 12.0;

page::PageImage scan(const cv::Mat& sheet, const ScanOf& how)
{
    const double pixelsPerMm = how.dpi / kMillimetresPerInch;
    cv::Size size(cvRound(210 * pixelsPerMm), cvRound(297 * pixelsPerMm));
    if (std::abs(std::remainder(how.degrees, 180.0)) > 45.0) {
        std::swap(size.width, size.height);
    }
    const cv::Matx23d map = test::sheetMap(pixelsPerMm * how.size, how.degrees, size);
    page::PageImage image{test::scanSheet(sheet, kSheetPixelsPerMm, map, size), Dpi{how.dpi}, how.bitonal};
    cv::Mat grey;
    image.grey.convertTo(grey, CV_32F, (245.0 - how.ink) / 255.0, how.ink);
    cv::Mat noise(grey.size(), CV_32F);
    cv::RNG random(7);
    random.fill(noise, cv::RNG::NORMAL, 0.0, how.noise);
    cv::Mat(grey + noise).convertTo(image.grey, CV_8U);
    if (how.bitonal) {
        cv::threshold(image.grey, image.grey, 170, 255, cv::THRESH_BINARY);
    }
    page::addHalves(image);
    return image;
}

page::PageImage scan(const form::FormTemplate& form, std::size_t page, const ScanOf& how)
{
    return scan(print::renderPage(form, page, kSheetPixelsPerMm), how);
}

/// Every sheet is drawn once.
page::PageImage scanSeparator(const print::SeparatorPrint& print, const ScanOf& how = {})
{
    static std::map<std::string, cv::Mat> drawn;
    cv::Mat& sheet = drawn[print.code39 + "/" + (print.patch ? form::toString(*print.patch) : "")];
    if (sheet.empty()) {
        sheet = print::renderPage(print::separatorSheet(print), 0, kSheetPixelsPerMm);
    }
    return scan(sheet, how);
}

Unidentified classify(const page::PageImage& image, const SeparatorCodes& codes = {},
                      const form::Catalogue& catalogue = {})
{
    static FooterReader footers(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "models");
    return PageIdentifier(test::forms(), codes, catalogue).identify(image, {}, footers).error();
}

TEST(PageIdentifier, NamesAFormWithoutATemplateByItsBarcode)
{
    const form::Catalogue catalogue{{{"7018", "Familie en gezin", {}, {}}}};
    const Unidentified named = classify(scanSeparator({"7018", {}}), {}, catalogue);

    EXPECT_EQ(named.pageClass, reading::PageClass::unknown);
    EXPECT_EQ(named.identifiedBy, "code39:7018");
    ASSERT_EQ(named.findings.size(), 1U);
    EXPECT_EQ(named.findings[0].code, "page.form.untemplated");
    EXPECT_NE(named.findings[0].message.find("7018 (Familie en gezin)"), std::string::npos);
    EXPECT_EQ(classify(scanSeparator({"7018", {}})).pageClass, reading::PageClass::attachment);
}

TEST(PatchReader, TellsEveryCodeInAnyOfFourTurns)
{
    for (const PatchCode code : form::kPatchCodes) {
        for (const double turn : {0.0, 90.0, 180.0, 270.0}) {
            EXPECT_EQ(readPatchCode(scanSeparator({"", code}, {turn + 1.0})), code)
                << "patch " << form::toString(code) << " at " << turn;
        }
    }
}

TEST(PatchReader, BearsTenDegreesOfSkew)
{
    for (const double degrees : {-10.0, -6.5, -3.0, 3.0, 6.5, 10.0, 170.0, 100.0}) {
        EXPECT_EQ(readPatchCode(scanSeparator({"", PatchCode::transfer}, {degrees})), PatchCode::transfer)
            << degrees;
    }
}

TEST(PatchReader, WorksAtTheResolutionsOfScanners)
{
    for (const double dpi : {150.0, 200.0, 240.0, 400.0}) {
        EXPECT_EQ(readPatchCode(scanSeparator({"", PatchCode::two}, {3.0, dpi})), PatchCode::two) << dpi;
    }
}

TEST(PatchReader, BearsBlackAndWhiteNoiseFaintInkAndAnotherSize)
{
    EXPECT_EQ(readPatchCode(scanSeparator({"", PatchCode::three}, {4.0, 300, 1.0, true, 40.0})),
              PatchCode::three);
    EXPECT_EQ(readPatchCode(scanSeparator({"", PatchCode::three}, {4.0, 200, 1.0, false, 25.0})),
              PatchCode::three);
    EXPECT_EQ(readPatchCode(scanSeparator({"", PatchCode::three}, {0.5, 300, 1.0, false, 3.0, 120})),
              PatchCode::three);
    EXPECT_EQ(readPatchCode(scanSeparator({"", PatchCode::three}, {0.5, 300, 0.75})), PatchCode::three);
}

TEST(PatchReader, OneOfTheFourEdgesIsEnough)
{
    page::PageImage image = scanSeparator({"", PatchCode::six}, {2.0});
    image.grey(cv::Rect(0, 600, image.grey.cols, image.grey.rows - 600)).setTo(245);
    image.halves.clear();
    page::addHalves(image);

    EXPECT_EQ(readPatchCode(image), PatchCode::six);
}

TEST(PatchReader, SeesNoneOnAnyPageOfOurForms)
{
    for (const form::FormTemplate& form : test::forms()) {
        for (std::size_t page = 0; page < form.pages.size(); ++page) {
            EXPECT_EQ(readPatchCode(scan(form, page, {1.5})), std::nullopt) << form.id << " index " << page;
        }
    }
}

/// Bars from top to bottom in the middle of a sheet: widths and the spaces behind them, in mm.
page::PageImage scanBars(const std::vector<std::pair<double, double>>& bars, double lengthMm)
{
    form::FormTemplate form;
    form::Page& page = form.pages.emplace_back();
    double y = 20.0;
    for (const auto& [width, space] : bars) {
        page.printedBoxes.push_back({{60.0, y, lengthMm, width}, 0.0, 0.0});
        y += width + space;
    }
    return scan(form, 0, {0.7});
}

constexpr double kN = form::kPatchNarrowMm;
constexpr double kW = form::kPatchWideMm;

TEST(PatchReader, TakesBarsOfThreeQuartersOfAnInch)
{
    EXPECT_EQ(readPatchCode(scanBars({{kN, kN}, {kW, kN}, {kN, kN}, {kW, kN}}, 19.1)), PatchCode::transfer);
}

TEST(PatchReader, TakesNoOtherBars)
{
    EXPECT_EQ(readPatchCode(scanBars({{kN, kN}, {kW, kN}, {kN, kN}, {kW, kN}}, 8.0)), std::nullopt);
    EXPECT_EQ(readPatchCode(scanBars({{kN, kN}, {kW, kN}, {kN, kN}}, 80.0)), std::nullopt);
    EXPECT_EQ(readPatchCode(scanBars({{kN, kN}, {kN, kN}, {kN, kN}, {kN, kN}}, 80.0)), std::nullopt);
    EXPECT_EQ(readPatchCode(scanBars({{kW, kN}, {kN, kN}, {kW, kN}, {kN, kN}, {kW, kN}}, 80.0)),
              std::nullopt);
    EXPECT_EQ(readPatchCode(scanBars({{kN, 3 * kN}, {kW, kN}, {kN, kN}, {kW, kN}}, 80.0)), std::nullopt);
    EXPECT_EQ(readPatchCode(scanBars({{0.3, 7.0}, {0.3, 7.0}, {0.3, 7.0}, {0.3, 7.0}}, 120.0)), std::nullopt);
}

TEST(SeparatorSheet, IsKnownByItsBarcodeInAnyTurnAndSkew)
{
    for (const double degrees : {0.0, -10.0, 10.0, 90.0, 178.0, 265.0}) {
        const Unidentified result = classify(scanSeparator({"SCHEIDING", {}}, {degrees}));

        EXPECT_EQ(result.pageClass, reading::PageClass::separator) << degrees;
        EXPECT_EQ(result.identifiedBy, "code39:SCHEIDING") << degrees;
        EXPECT_TRUE(result.findings.empty());
    }
}

TEST(SeparatorSheet, IsKnownByItsPatchCode)
{
    const Unidentified result = classify(scanSeparator({"", PatchCode::transfer}, {91.0, 200}));

    EXPECT_EQ(result.pageClass, reading::PageClass::separator);
    EXPECT_EQ(result.identifiedBy, "patch:T");
}

TEST(SeparatorSheet, OnlyTheChosenCodesSeparate)
{
    const SeparatorCodes chosen{{"NIEUW"}, {PatchCode::two}};

    EXPECT_EQ(classify(scanSeparator({"SCHEIDING", PatchCode::transfer}), chosen).pageClass,
              reading::PageClass::attachment);
    EXPECT_EQ(classify(scanSeparator({"NIEUW", {}}), chosen).identifiedBy, "code39:NIEUW");
    EXPECT_EQ(classify(scanSeparator({"", PatchCode::two}), chosen).identifiedBy, "patch:2");
}

TEST(SeparatorSheet, NoCodesMeanNoSeparators)
{
    const SeparatorCodes none{{}, {}};

    EXPECT_EQ(classify(scanSeparator({"SCHEIDING", PatchCode::two}), none).pageClass,
              reading::PageClass::attachment);
}

TEST(SeparatorSheet, APatchThatSteersTheScannerDoesNotSeparate)
{
    for (const PatchCode code : {PatchCode::one, PatchCode::four, PatchCode::six}) {
        EXPECT_EQ(classify(scanSeparator({"", code})).pageClass, reading::PageClass::attachment)
            << form::toString(code);
    }
}

TEST(SeparatorSheet, ASheetWithTheBarcodeOfAFormAloneIsRejectedNotASeparator)
{
    form::FormTemplate form = test::forms()[test::formIndex("7112")];
    form::Page& page = form.pages[0];
    page.adjustmentFields.clear();
    page.texts.clear();
    page.printedLines.clear();
    page.printedBoxes.clear();
    page.fields.clear();

    const Unidentified result = classify(scan(form, 0, {0.5}));

    EXPECT_EQ(result.pageClass, reading::PageClass::rejected);
    EXPECT_EQ(result.findings.at(0).code, "page.marks.missing");
}

} // namespace
} // namespace scanstraat::ident
