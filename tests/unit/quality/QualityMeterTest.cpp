// SPDX-License-Identifier: EUPL-1.2
#include "quality/QualityMeter.h"

#include "support/PrintedPage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace scanstraat::quality {
namespace {

using reading::QualityMeasure;
using reading::ScanQuality;

std::optional<double> valueOf(const ScanQuality& quality, QualityMeasure measure)
{
    const auto found = std::ranges::find(quality, measure, &reading::QualityValue::measure);
    return found == quality.end() ? std::nullopt : std::optional(found->value);
}

std::vector<QualityMeasure> badOf(const ScanQuality& quality)
{
    std::vector<QualityMeasure> bad;
    for (const reading::QualityValue& one : quality) {
        if (!one.isGood()) {
            bad.push_back(one.measure);
        }
    }
    return bad;
}

/// A blank form page and its scan, straight, all of the sheet.
struct Scanned
{
    Scanned(const std::string& id, std::size_t page_, double dpi)
        : layout(test::forms()[test::formIndex(id)].pages[page_]), pixelsPerMm(dpi / kMillimetresPerInch)
    {
        const cv::Size size(cvRound(kA4WidthMm * pixelsPerMm), cvRound(kA4HeightMm * pixelsPerMm));
        map = test::sheetMap(pixelsPerMm, 0.0, size);
        image = test::scanPage(test::forms()[test::formIndex(id)], page_, map, size, dpi);
    }

    void blur(double sigmaMm) { cv::GaussianBlur(image.grey, image.grey, {}, sigmaMm * pixelsPerMm); }

    /// Paper and print times `gain`, plus `offset`.
    void retone(double gain, double offset) { image.grey.convertTo(image.grey, -1, gain, offset); }

    void addNoise(double deviation)
    {
        cv::Mat noise(image.grey.size(), CV_16S);
        cv::theRNG().state = 7;
        cv::randn(noise, 0.0, deviation);
        cv::add(image.grey, noise, image.grey, cv::noArray(), CV_8U);
    }

    [[nodiscard]] ScanQuality measure() const
    {
        return QualityMeter().measure({image, test::registrationOf(map)}, layout);
    }

    const form::Page& layout;
    double pixelsPerMm;
    cv::Matx23d map;
    page::PageImage image;
};

/// A sheet that is no form, 300 dpi.
page::PageImage whiteSheet(uchar grey = 245)
{
    return {cv::Mat(3508, 2480, CV_8UC1, cv::Scalar(grey)), Dpi{300}};
}

void writeLine(page::PageImage& image, int y, const std::string& text)
{
    cv::putText(image.grey, text, {300, y}, cv::FONT_HERSHEY_SIMPLEX, 1.3, cv::Scalar(40), 4, cv::LINE_AA);
}

class AtResolution : public testing::TestWithParam<double>
{
};

INSTANTIATE_TEST_SUITE_P(Dpi, AtResolution, testing::Values(200.0, 300.0, 400.0),
                         [](const auto& dpi) { return std::to_string(cvRound(dpi.param)) + "dpi"; });

TEST_P(AtResolution, TheBlurIsMeasuredInMillimetres)
{
    for (const double sigmaMm : {0.1, 0.15, 0.2, 0.3}) {
        Scanned page("7101", 1, GetParam());
        page.blur(sigmaMm);

        const auto blurMm = valueOf(page.measure(), QualityMeasure::blurMm);

        ASSERT_TRUE(blurMm) << sigmaMm;
        EXPECT_NEAR(*blurMm, sigmaMm, 0.15 * sigmaMm + 0.015) << sigmaMm;
    }
}

TEST_P(AtResolution, NoCleanPageOfOurFormsGivesAFinding)
{
    for (const form::FormTemplate& form : test::forms()) {
        for (std::size_t i = 0; i < form.pages.size(); ++i) {
            EXPECT_THAT(badOf(Scanned(form.id, i, GetParam()).measure()), testing::IsEmpty())
                << form.id << ' ' << i;
        }
    }
}

TEST_P(AtResolution, PixelsPerMillimetreAreThoseOfTheScan)
{
    const auto measured = valueOf(Scanned("7101", 1, GetParam()).measure(), QualityMeasure::pixelsPerMm);

    EXPECT_NEAR(measured.value(), GetParam() / kMillimetresPerInch, 0.01);
}

TEST(QualityMeter, TakesNoNoiseForSharpness)
{
    Scanned page("7101", 1, 300);
    page.blur(0.25);
    page.addNoise(5.0);

    EXPECT_NEAR(valueOf(page.measure(), QualityMeasure::blurMm).value(), 0.25, 0.04);
    EXPECT_THAT(badOf(page.measure()), testing::ElementsAre(QualityMeasure::blurMm));
}

TEST(QualityMeter, MeasuresPaperAndContrastInGreyLevels)
{
    Scanned page("7101", 1, 300);
    const double paper = valueOf(page.measure(), QualityMeasure::paperGrey).value();
    const double contrast = valueOf(page.measure(), QualityMeasure::contrastGrey).value();
    page.retone(0.25, 0);

    EXPECT_NEAR(valueOf(page.measure(), QualityMeasure::paperGrey).value(), 0.25 * paper, 1.5);
    EXPECT_NEAR(valueOf(page.measure(), QualityMeasure::contrastGrey).value(), 0.25 * contrast, 3.0);
    EXPECT_THAT(badOf(page.measure()), testing::Contains(QualityMeasure::paperGrey));
}

TEST(QualityMeter, FindsFaintPrintTooLight)
{
    Scanned page("7101", 1, 300);
    page.retone(0.15, 0.85 * 255);
    page.addNoise(2.0);

    EXPECT_THAT(badOf(page.measure()), testing::ElementsAre(QualityMeasure::contrastGrey));
}

TEST(QualityMeter, FindsAShadowOverPartOfTheSheet)
{
    Scanned page("7101", 1, 300);
    page.image.grey.colRange(0, page.image.grey.cols / 4) *= 0.15;

    EXPECT_NEAR(valueOf(page.measure(), QualityMeasure::darkShare).value(), 0.24, 0.03);
    EXPECT_THAT(badOf(page.measure()), testing::ElementsAre(QualityMeasure::darkShare));
}

TEST(QualityMeter, LeavesTheShadesOfABlackAndWhiteScanOut)
{
    Scanned page("7101", 1, 300);
    cv::threshold(page.image.grey, page.image.grey, 150, 255, cv::THRESH_BINARY);
    page.image.bitonal = true;

    const ScanQuality quality = page.measure();

    EXPECT_FALSE(valueOf(quality, QualityMeasure::blurMm));
    EXPECT_FALSE(valueOf(quality, QualityMeasure::contrastGrey));
    EXPECT_THAT(badOf(quality), testing::IsEmpty());
}

TEST(QualityMeter, SeesTheFewerPixelsOfAFax)
{
    Scanned page("7101", 1, 204);
    page.image.filePixels = {1.0, 98.0 / 204.0};

    EXPECT_THAT(badOf(page.measure()), testing::ElementsAre(QualityMeasure::pixelsPerMm));
}

TEST(QualityMeter, FindsAnswersOutsideThePicture)
{
    Scanned page("7101", 1, 300);
    const int cut = cvRound(80 * page.pixelsPerMm);
    page.image.grey = page.image.grey.colRange(cut, page.image.grey.cols).clone();
    page.map(0, 2) -= cut;

    const ScanQuality quality = page.measure();

    EXPECT_NEAR(valueOf(quality, QualityMeasure::cutOffMm).value(), 80.0, 0.1);
    EXPECT_GT(valueOf(quality, QualityMeasure::answersOutside).value(), 0.0);
    EXPECT_THAT(badOf(quality),
                testing::ElementsAre(QualityMeasure::cutOffMm, QualityMeasure::answersOutside));
}

TEST(QualityMeter, MeasuresNoInkOnABlankPage)
{
    Scanned noise("7101", 1, 300);
    noise.image = whiteSheet(235);
    noise.addNoise(4.0);

    const ScanQuality quality = QualityMeter().measure(noise.image);

    EXPECT_FALSE(valueOf(quality, QualityMeasure::contrastGrey));
    EXPECT_FALSE(valueOf(quality, QualityMeasure::blurMm));
    EXPECT_THAT(badOf(quality), testing::IsEmpty());
}

TEST(QualityMeter, MeasuresAPageOfOneLine)
{
    page::PageImage image = whiteSheet();
    writeLine(image, 1000, "Hierbij stuur ik u de gevraagde stukken.");

    const ScanQuality sharp = QualityMeter().measure(image);
    cv::GaussianBlur(image.grey, image.grey, {}, 8.0);
    const ScanQuality blurred = QualityMeter().measure(image);

    EXPECT_THAT(badOf(sharp), testing::IsEmpty());
    EXPECT_LT(valueOf(sharp, QualityMeasure::blurMm).value(), 0.1);
    EXPECT_THAT(badOf(blurred), testing::Contains(QualityMeasure::blurMm));
}

TEST(QualityMeter, AcceptsASmallPaperOnADarkBed)
{
    page::PageImage image = whiteSheet(15);
    image.grey({700, 900, 1000, 640}).setTo(240);
    cv::putText(image.grey, "Kassabon", {760, 1200}, cv::FONT_HERSHEY_SIMPLEX, 4, cv::Scalar(40), 8,
                cv::LINE_AA);

    EXPECT_THAT(badOf(QualityMeter().measure(image)), testing::IsEmpty());
}

TEST(QualityMeter, AcceptsASlipThatIsNarrowerThanItsRims)
{
    const page::PageImage slip{cv::Mat(1200, 70, CV_8UC1, cv::Scalar(240)), Dpi{300}};

    EXPECT_THAT(badOf(QualityMeter().measure(slip)), testing::IsEmpty());
}

TEST(QualityMeter, RefusesABlackPicture)
{
    EXPECT_THAT(badOf(QualityMeter().measure(whiteSheet(10))),
                testing::ElementsAre(QualityMeasure::paperGrey, QualityMeasure::darkShare));
}

} // namespace
} // namespace scanstraat::quality
