// SPDX-License-Identifier: EUPL-1.2
#include "print/FormPrinter.h"

#include "base/Error.h"
#include "base/Units.h"
#include "form/TemplateLoader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <fstream>
#include <sstream>

namespace scanstraat::print {
namespace {

namespace fs = std::filesystem;
using namespace form;

const fs::path kTemplates = fs::path(SCANSTRAAT_SOURCE_DIR) / "templates";
constexpr double kPixelsPerMm = 300.0 / kMillimetresPerInch;

FormTemplate emptyForm()
{
    FormTemplate form;
    form.id = "90";
    form.pages.emplace_back();
    return form;
}

/// Mean grey of a place on a rendered page; its borders are left out.
double greyAt(const cv::Mat& page, const RectMm& area)
{
    const RectMm inner = area.grown(-0.1);
    const cv::Rect pixels(static_cast<int>(inner.x * kPixelsPerMm), static_cast<int>(inner.y * kPixelsPerMm),
                          std::max(1, static_cast<int>(inner.width * kPixelsPerMm)),
                          std::max(1, static_cast<int>(inner.height * kPixelsPerMm)));
    return cv::mean(page(pixels))[0];
}

std::string readCode39(const cv::Mat& page)
{
    const ZXing::ImageView view(page.data, page.cols, page.rows, ZXing::ImageFormat::Lum,
                                static_cast<int>(page.step));
    const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::Code39);
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    return result.isValid() ? result.text() : "";
}

TEST(FormPrinter, PagesHaveTheSizeOfA4)
{
    const cv::Mat page = renderPage(emptyForm(), 0, kPixelsPerMm);

    EXPECT_EQ(page.cols, 2480);
    EXPECT_EQ(page.rows, 3508);
    EXPECT_EQ(page.type(), CV_8UC1);
}

TEST(FormPrinter, AnEmptyPageIsWhite)
{
    double darkest = 0.0;
    cv::minMaxLoc(renderPage(emptyForm(), 0, 4.0), &darkest);

    EXPECT_EQ(darkest, 255.0);
}

TEST(FormPrinter, APageThatIsNotThereIsRefused)
{
    EXPECT_THROW((void)renderPage(emptyForm(), 1, 4.0), std::out_of_range);
}

TEST(FormPrinter, AdjustmentFieldsStandWhereTheTemplateSaysAndNowhereElse)
{
    FormTemplate form = emptyForm();
    form.pages[0].adjustmentFields = {{MarkShape::filledSquare, {10, 10}, 5.0}};

    const cv::Mat page = renderPage(form, 0, kPixelsPerMm);

    EXPECT_LT(greyAt(page, {7.5, 7.5, 5, 5}), 1.0);
    EXPECT_EQ(greyAt(page, {13, 7.5, 20, 5}), 255.0);
    EXPECT_EQ(greyAt(page, {7.5, 13, 5, 20}), 255.0);
}

TEST(FormPrinter, EveryShapeOfAdjustmentFieldStaysInItsBox)
{
    for (const MarkShape shape :
         {MarkShape::filledSquare, MarkShape::bracket, MarkShape::dot, MarkShape::ring, MarkShape::cross}) {
        FormTemplate form = emptyForm();
        form.pages[0].adjustmentFields = {{shape, {100, 100}, 6.0, 1.0}};

        cv::Mat page = renderPage(form, 0, kPixelsPerMm);

        const double dark = 255.0 - greyAt(page, {97, 97, 6, 6});
        EXPECT_GT(dark, 50.0) << toString(shape);
        page(cv::Rect(static_cast<int>(96.8 * kPixelsPerMm), static_cast<int>(96.8 * kPixelsPerMm),
                      static_cast<int>(6.5 * kPixelsPerMm), static_cast<int>(6.5 * kPixelsPerMm))) = 255;
        double darkest = 0.0;
        cv::minMaxLoc(page, &darkest);
        EXPECT_EQ(darkest, 255.0) << toString(shape);
    }
}

TEST(FormPrinter, FramesOfCheckboxesLieInsideTheirBox)
{
    FormTemplate form = emptyForm();
    Field field;
    field.writing = Writing::checkboxes;
    field.frameMm = 0.4;
    field.options = {{"ja", "Ja", {50, 50, 4, 4}, BoxShape::square}};
    form.pages[0].fields = {field};

    const cv::Mat page = renderPage(form, 0, kPixelsPerMm);

    EXPECT_LT(greyAt(page, {50.05, 51, 0.3, 2}), 60.0);
    EXPECT_EQ(greyAt(page, {49, 49, 0.9, 6}), 255.0);
    EXPECT_EQ(greyAt(page, {50.6, 50.6, 2.8, 2.8}), 255.0);
}

TEST(FormPrinter, CellsAndStackedLinesHaveFramesAndAreWhiteInside)
{
    FormTemplate form = emptyForm();
    Field lines;
    lines.writing = Writing::lines;
    lines.box = {20, 100, 60, 16};
    lines.lines = {{20.5, 100.5, 59, 7}, {20.5, 108.5, 59, 7}};
    Field comb;
    comb.writing = Writing::comb;
    comb.cells = {{20, 50, 5, 7}, {25, 50, 5, 7}};
    form.pages[0].fields = {lines, comb};

    const cv::Mat page = renderPage(form, 0, kPixelsPerMm);

    EXPECT_LT(greyAt(page, {30, 107.8, 20, 0.4}), 120.0);
    EXPECT_EQ(greyAt(page, lines.lines[0]), 255.0);
    EXPECT_EQ(greyAt(page, lines.lines[1]), 255.0);
    EXPECT_LT(greyAt(page, {24.8, 51, 0.4, 5}), 120.0);
    EXPECT_EQ(greyAt(page, comb.cells[1].grown(-0.3)), 255.0);
}

TEST(FormPrinter, BarcodesOfAllFormsDecodeAt300Dpi)
{
    std::vector<std::string> decoded;
    for (const FormTemplate& form : loadTemplates(kTemplates)) {
        if (form.pages[0].barcode) {
            EXPECT_EQ(readCode39(renderPage(form, 0, kPixelsPerMm)), form.id);
            decoded.push_back(form.id);
        }
    }
    EXPECT_EQ(decoded, (std::vector<std::string>{"6009", "7101", "7112", "7116"}));
}

TEST(FormPrinter, BarcodesStillDecodeAt150Dpi)
{
    const FormTemplate form = loadTemplate(kTemplates / "7112");

    EXPECT_EQ(readCode39(renderPage(form, 0, kPixelsPerMm / 2)), "7112");
}

TEST(FormPrinter, PagesWithoutBarcodeDecodeToNothing)
{
    EXPECT_EQ(readCode39(renderPage(loadTemplate(kTemplates / "7112"), 1, kPixelsPerMm)), "");
}

TEST(FormPrinter, PrintsA4PdfWithEveryPage)
{
    const fs::path pdf = fs::temp_directory_path() / ("form-printer-" + std::to_string(getpid()) + ".pdf");

    printForm(loadTemplate(kTemplates / "7101"), pdf);

    std::ifstream file(pdf, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_EQ(text.str().rfind("%PDF-", 0), 0U);
    EXPECT_NE(text.str().find("/Count 2"), std::string::npos);
    EXPECT_NE(text.str().find("595.2755"), std::string::npos); // 210 mm in points
    EXPECT_FALSE(fs::exists(pdf.string() + ".part"));
    fs::remove(pdf);
}

TEST(FormPrinter, WritesStraightToADeviceAndLeavesItOne)
{
    const fs::path link = fs::temp_directory_path() / ("form-printer-" + std::to_string(getpid()) + ".null");
    fs::create_symlink("/dev/null", link);

    printForm(loadTemplate(kTemplates / "7101"), link);

    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_TRUE(fs::is_character_file(link));
    fs::remove(link);
}

TEST(FormPrinter, AFileThatCannotBeWrittenIsAnErrorThatNamesIt)
{
    try {
        printForm(loadTemplate(kTemplates / "7101"), "/nonexistent/form.pdf");
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::output);
        EXPECT_NE(std::string(error.what()).find("/nonexistent/form.pdf: cannot be written"),
                  std::string::npos)
            << error.what();
    }
}

} // namespace
} // namespace scanstraat::print
