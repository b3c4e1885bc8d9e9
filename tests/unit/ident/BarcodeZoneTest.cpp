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

} // namespace
} // namespace scanstraat::ident
