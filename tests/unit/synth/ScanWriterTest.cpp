// SPDX-License-Identifier: EUPL-1.2
#include "ScanWriter.h"

#include <allheaders.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <qpdf/QPDF.hh>

#include <filesystem>

namespace scanstraat::synth {
namespace {

namespace fs = std::filesystem;

ScannedPage picture(ColourMode mode)
{
    ScannedPage page;
    page.mode = mode;
    page.dpi = 240.0;
    page.jpegQuality = 95;
    page.pixels = cv::Mat(301, 203, mode == ColourMode::colour ? CV_8UC3 : CV_8U, cv::Scalar::all(255));
    cv::rectangle(page.pixels, {20, 40, 61, 33}, cv::Scalar::all(0), cv::FILLED);
    return page;
}

class ScanWriterTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder_ =
            fs::path(::testing::TempDir()) / ::testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path folder_;
};

TEST_F(ScanWriterTest, TiffOfSeveralPagesCanBeOpenedAgain)
{
    for (const auto compression : {TiffCompression::lzw, TiffCompression::deflate, TiffCompression::jpeg}) {
        ScanWriter writer(folder_, "app", FileFormat::tiff, compression);
        writer.add(picture(ColourMode::grey));
        writer.add(picture(ColourMode::colour));
        const auto place = writer.add(picture(ColourMode::bitonal));
        writer.finish();

        std::vector<cv::Mat> pages;
        ASSERT_TRUE(cv::imreadmulti((folder_ / "app.tif").string(), pages, cv::IMREAD_GRAYSCALE));

        EXPECT_EQ(place.page, 3);
        ASSERT_EQ(pages.size(), 3u);
        for (const cv::Mat& page : pages) {
            EXPECT_EQ(page.size(), cv::Size(203, 301));
            EXPECT_LT(page.at<uchar>(50, 40), 20);
            EXPECT_GT(page.at<uchar>(200, 150), 235);
        }
    }
}

TEST_F(ScanWriterTest, PdfHoldsOnePictureAPage)
{
    ScanWriter writer(folder_, "app", FileFormat::pdf, TiffCompression::lzw);
    writer.add(picture(ColourMode::grey));
    writer.add(picture(ColourMode::bitonal));
    writer.finish();

    QPDF pdf;
    pdf.processFile((folder_ / "app.pdf").c_str());

    const auto pages = pdf.getAllPages();
    ASSERT_EQ(pages.size(), 2u);
    QPDFObjectHandle page = pages[1];
    EXPECT_NEAR(page.getKey("/MediaBox").getArrayItem(2).getNumericValue(), 203 * 72.0 / 240.0, 0.01);
    QPDFObjectHandle scan = page.getKey("/Resources").getKey("/XObject").getKey("/Scan");
    EXPECT_EQ(scan.getDict().getKey("/Filter").getName(), "/CCITTFaxDecode");
}

TEST_F(ScanWriterTest, JpegAndPngCarryTheirResolution)
{
    for (const auto format : {FileFormat::jpeg, FileFormat::png}) {
        ScanWriter writer(folder_, "app", format, TiffCompression::lzw);
        const auto place = writer.add(picture(ColourMode::grey));

        PIX* pix = pixRead((folder_ / place.file).c_str());

        ASSERT_NE(pix, nullptr);
        EXPECT_EQ(pixGetXRes(pix), 240);
        EXPECT_EQ(pixGetWidth(pix), 203);
        pixDestroy(&pix);
    }
}

TEST_F(ScanWriterTest, PagesOfSinglePageFormatsGetTheirOwnFiles)
{
    ScanWriter writer(folder_, "app-0001", FileFormat::jpeg, TiffCompression::lzw);

    const auto first = writer.add(picture(ColourMode::grey));
    const auto second = writer.add(picture(ColourMode::grey));

    EXPECT_EQ(first.file, "app-0001-p01.jpg");
    EXPECT_EQ(second.file, "app-0001-p02.jpg");
    EXPECT_EQ(second.page, 1);
}

} // namespace
} // namespace scanstraat::synth
