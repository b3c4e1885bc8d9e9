// SPDX-License-Identifier: EUPL-1.2
#include "ident/BarcodeZone.h"

#include "ident/BarcodeReader.h"
#include "support/PrintedPage.h"

#include <gtest/gtest.h>

namespace scanstraat::ident {
namespace {

/// The top of the first page of 7112, straight in a scan of 200 dpi.
class BarcodeZone : public testing::Test
{
protected:
    static constexpr double kPixelsPerMm = 200 / 25.4;
    const form::FormTemplate& form = test::forms()[test::formIndex("7112")];
    const form::Barcode& barcode = *form.pages[0].barcode;
    const cv::Size size{1654, 2339};
    const cv::Matx23d map = test::sheetMap(kPixelsPerMm, 0.0, size);
    cv::Mat scan = test::scanPage(form, 0, map, size, 200).grey.clone();

    [[nodiscard]] cv::Rect pixels(const RectMm& area) const
    {
        return {cv::Point(cvRound(area.x * kPixelsPerMm), cvRound(area.y * kPixelsPerMm)),
                cv::Point(cvRound(area.right() * kPixelsPerMm), cvRound(area.bottom() * kPixelsPerMm))};
    }

    /// A stroke from side to side of the bars, at shares of their height.
    void stroke(double from, double to, double widthMm)
    {
        const cv::Rect bars = pixels(barcode.zone);
        cv::line(scan, {bars.x - 20, bars.y + cvRound(from * bars.height)},
                 {bars.br().x + 20, bars.y + cvRound(to * bars.height)}, 40, cvRound(widthMm * kPixelsPerMm),
                 cv::LINE_AA);
    }

    void addNoise(double deviation)
    {
        cv::Mat noise(scan.size(), CV_16S);
        cv::RNG random(5);
        random.fill(noise, cv::RNG::NORMAL, 0.0, deviation);
        cv::add(scan, noise, scan, cv::noArray(), CV_8U);
    }

    [[nodiscard]] page::RegisteredPage page() const { return {{scan, Dpi{200}}, test::registrationOf(map)}; }

    [[nodiscard]] std::string read() const { return readBarcode(page(), barcode); }

    /// As the scan's own rows read.
    [[nodiscard]] std::string readRows() const
    {
        return readCode39(page().cut(barcode.zone.grown(5.0), page().pixelsPerMm()), false);
    }
};

TEST_F(BarcodeZone, IsReadWhereNothingIsWrong)
{
    EXPECT_EQ(read(), "7112");
}

TEST_F(BarcodeZone, IsReadUnderStrokesThatCrossEveryRow)
{
    stroke(-0.1, 0.5, 0.9);
    stroke(1.1, 0.5, 0.9);
    stroke(0.1, 0.9, 0.9);
    stroke(0.9, 0.1, 0.9);

    ASSERT_EQ(readRows(), "") << "a row is free";
    EXPECT_EQ(read(), "7112");
}

TEST_F(BarcodeZone, IsReadInNoiseThatHidesEveryRow)
{
    addNoise(110.0);

    ASSERT_EQ(readRows(), "") << "not noisy enough to need more";
    EXPECT_EQ(read(), "7112");
}

TEST_F(BarcodeZone, SaysWhatStandsThereWhenItIsAnother)
{
    form::FormTemplate other = form;
    other.pages[0].barcode->payload = "7116";
    scan = test::scanPage(other, 0, map, size, 200).grey;

    EXPECT_EQ(read(), "7116");
}

TEST_F(BarcodeZone, AnotherOneInNoiseIsNeverTakenForTheOneExpected)
{
    form::FormTemplate other = form;
    other.pages[0].barcode->payload = "7116";
    scan = test::scanPage(other, 0, map, size, 200).grey;
    addNoise(110.0);

    EXPECT_NE(read(), "7112");
}

TEST_F(BarcodeZone, NothingIsReadOnWhitePaperBlotAndNoise)
{
    scan(pixels(barcode.zone.grown(6.0))).setTo(240);
    EXPECT_EQ(read(), "");

    addNoise(60.0);
    EXPECT_EQ(read(), "");

    scan(pixels(barcode.zone)).setTo(20);
    EXPECT_EQ(read(), "");
}

/// A bare page with one barcode, as printed and scanned at 200 and 300 dpi.
std::string readPrinted(const form::Barcode& barcode, int dpi)
{
    form::FormTemplate form;
    form.pages.resize(1);
    form.pages[0].barcode = barcode;
    const double pixelsPerMm = dpi / 25.4;
    const cv::Size size(cvRound(210 * pixelsPerMm), cvRound(297 * pixelsPerMm));
    const cv::Matx23d map = test::sheetMap(pixelsPerMm, 0.4, size);
    const page::RegisteredPage page(test::scanPage(form, 0, map, size, dpi), test::registrationOf(map));
    return readBarcode(page, barcode);
}

TEST(BarcodeOfEachSymbology, IsPrintedAndReadAgain)
{
    using form::Symbology;
    const RectMm bars{120, 12, 60, 12};
    const RectMm square{150, 12, 22, 22};
    for (const form::Barcode& barcode :
         {form::Barcode{bars, Symbology::code39, "7112"}, form::Barcode{bars, Symbology::code128, "Blad-7/a"},
          form::Barcode{bars, Symbology::interleaved2of5, "20250117"},
          form::Barcode{square, Symbology::qr, "https://example.org/7"},
          form::Barcode{square, Symbology::dataMatrix, "Blad 7"}}) {
        for (const int dpi : {200, 300}) {
            EXPECT_EQ(readPrinted(barcode, dpi), barcode.payload)
                << form::toString(barcode.symbology) << " at " << dpi << " dpi";
        }
    }
}

TEST(BarcodeOfEachSymbology, IsNotReadAsAnother)
{
    form::Barcode barcode{{120, 12, 60, 12}, form::Symbology::code128, "7112"};
    form::FormTemplate form;
    form.pages.resize(1);
    form.pages[0].barcode = barcode;
    const cv::Size size(2480, 3508);
    const cv::Matx23d map = test::sheetMap(300 / 25.4, 0.0, size);
    const page::RegisteredPage page(test::scanPage(form, 0, map, size, 300), test::registrationOf(map));
    barcode.symbology = form::Symbology::code39;

    EXPECT_EQ(readBarcode(page, barcode), "");
}

} // namespace
} // namespace scanstraat::ident
