// SPDX-License-Identifier: EUPL-1.2
#include "scan/ScanFile.h"

#include "WrittenPdf.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cmath>
#include <cstdlib>

namespace scanstraat::scan {
namespace {

using test::TemporaryFolder;

/// The G4 strip of a TIFF file that Leptonica wrote.
std::string group4Of(const cv::Mat& grey)
{
    Pix* pix = pixCreate(grey.cols, grey.rows, 1);
    for (int y = 0; y < grey.rows; ++y) {
        for (int x = 0; x < grey.cols; ++x) {
            pixSetPixel(pix, x, y, grey.at<uchar>(y, x) < 128 ? 1 : 0);
        }
    }
    l_uint8* data = nullptr;
    size_t bytes = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    l_int32 minIsBlack = 0;
    const TemporaryFolder folder;
    pixWrite((folder / "a.tif").c_str(), pix, IFF_TIFF_G4);
    extractG4DataFromFile((folder / "a.tif").c_str(), &data, &bytes, &width, &height, &minIsBlack);
    std::string strip(reinterpret_cast<const char*>(data), bytes);
    lept_free(data);
    pixDestroy(&pix);
    return strip;
}

void expectDrawnPage(const std::filesystem::path& path)
{
    const auto file = ScanFile::open(path);
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->pageCount(), 1);
    const auto image = file->readPage(0);
    ASSERT_TRUE(image) << image.error().message;
    const double scale = image->dpi.value / 200.0;
    EXPECT_NEAR(image->grey.cols, kWidth * scale, 3);
    const cv::Rect block(cvRound(kBlock.x * scale) + 4, cvRound(kBlock.y * scale) + 4,
                         cvRound(kBlock.width * scale) - 8, cvRound(kBlock.height * scale) - 8);
    EXPECT_LT(cv::mean(image->grey(block))[0], 10);
    EXPECT_GT(cv::mean(image->grey)[0], 240);
}

TEST(Pdf, ReadsAScannedJpegPage)
{
    const TemporaryFolder folder;
    test::writeBytes(
        folder / "a.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage())));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_NEAR(ScanFile::open(folder / "a.pdf")->readPage(0)->dpi.value, 200, 1);
}

TEST(Pdf, ReadsAFaxCompressedPage)
{
    const TemporaryFolder folder;
    const std::string parameters = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                                   "/DecodeParms << /K -1 /Columns 1654 /Rows 2339 >>";
    test::writeBytes(folder / "a.pdf", pdfAround(parameters, group4Of(drawnPage())));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_TRUE(ScanFile::open(folder / "a.pdf")->readPage(0)->bitonal);
}

TEST(Pdf, LiftsAFaxPictureOnlyIfAllItsParametersAreThoseOfAStrip)
{
    const TemporaryFolder folder;
    const std::string strip = group4Of(drawnPage());
    const auto lifted = [&](const std::string& parameters) {
        test::writeBytes(folder / "a.pdf",
                         pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                                   "/DecodeParms " +
                                       parameters,
                                   strip));
        return isLifted(folder / "a.pdf");
    };

    EXPECT_TRUE(lifted("<< /K -1 /Columns 1654 >>"));
    EXPECT_TRUE(lifted("[ << /K -1 /Columns 1654 /Rows 2339 /EncodedByteAlign false >> ]"));
    EXPECT_FALSE(lifted("<< /K -1 >>")); // 1728 columns
    EXPECT_FALSE(lifted("<< /K -1 /Columns 1655 >>"));
    EXPECT_FALSE(lifted("<< /K -1 /Columns 1654 /Rows 100 >>"));
    EXPECT_FALSE(lifted("<< /K -1 /Columns 1654 /EncodedByteAlign true >>"));
    EXPECT_FALSE(lifted("<< /K 0 /Columns 1654 >>"));
}

std::string deflated(const cv::Mat& bytes)
{
    size_t packed = 0;
    l_uint8* data = zlibCompress(bytes.data, bytes.total(), &packed);
    std::string stream(reinterpret_cast<const char*>(data), packed);
    lept_free(data);
    return stream;
}

/// Of this process, the highest since the last reset.
class PeakMemory
{
public:
    PeakMemory()
    {
        std::ofstream("/proc/self/clear_refs") << 5; // proc(5): resets VmHWM
        before_ = kiB();
    }
    [[nodiscard]] long grownKiB() const { return kiB() - before_; }

private:
    static long kiB()
    {
        const std::string status = test::readBytes("/proc/self/status");
        return std::stol(status.substr(status.find("VmHWM:") + 6));
    }
    long before_ = 0;
};

TEST(Pdf, UnpacksNoMoreOfAStreamThanThePictureNeeds)
{
    const TemporaryFolder folder;
    cv::Mat bomb(kHeight * 40, kWidth, CV_8UC1, cv::Scalar(255)); // 155 MB
    drawnPage().copyTo(bomb.rowRange(0, kHeight));
    test::writeBytes(
        folder / "a.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", deflated(bomb)));
    bomb.release();
    const auto file = ScanFile::open(folder / "a.pdf");
    const PeakMemory memory;

    const auto image = file->readPage(0);

    ASSERT_TRUE(image) << image.error().message;
    EXPECT_NEAR(image->dpi.value, 200, 1);
    EXPECT_EQ(image->grey.at<uchar>(kBlock.y + 9, kBlock.x + 9), 0);
    EXPECT_LT(memory.grownKiB(), 60'000);
}

TEST(Pdf, TakesADeflatedPicture)
{
    const TemporaryFolder folder;
    test::writeBytes(
        folder / "a.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", deflated(drawnPage())));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_TRUE(isLifted(folder / "a.pdf"));
}

TEST(Pdf, ACutOffOrDamagedDeflatedPictureIsAProblem)
{
    const TemporaryFolder folder;
    const std::string whole = deflated(drawnPage());
    const std::string half = whole.substr(0, whole.size() / 2);
    for (const std::string& data : {half, half + std::string(half.size(), '\xff')}) {
        test::writeBytes(folder / "a.pdf",
                         pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", data));

        const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

        ASSERT_FALSE(image);
        EXPECT_EQ(image.error().code, ScanProblemCode::truncated);
    }
}

TEST(Pdf, RefusesAPictureByTheSizeThatItStates)
{
    const TemporaryFolder folder;
    for (const std::string size : {"/Width 100000 /Height 100000", "/Width 9223372036854775807 /Height 2",
                                   "/Width 9223372036854775807 /Height 9223372036854775807"}) {
        test::writeBytes(
            folder / "a.pdf",
            pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", "x", size));

        const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

        ASSERT_FALSE(image) << size;
        EXPECT_EQ(image.error().code, ScanProblemCode::tooLarge) << size;
    }
}

TEST(Pdf, ReadsPlainSamples)
{
    const TemporaryFolder folder;
    const cv::Mat page = drawnPage();
    test::writeBytes(folder / "a.pdf", pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8",
                                                 std::string(page.begin<uchar>(), page.end<uchar>())));

    expectDrawnPage(folder / "a.pdf");
}

/// A PDF of one page without resources that draws the block. `box`: the four numbers of its size.
std::string pdfWithDrawing(const std::string& box)
{
    const std::string drawing = "q 0 g 108 626 72 36 re f Q"; // in points from the bottom left
    return "%PDF-1.4\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") +
           object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>") +
           object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [" + box + "] /Contents 4 0 R >>") +
           object(4, stream("", drawing)) + "trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n";
}

TEST(Pdf, DrawsAPageThatIsNoSinglePicture)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWithDrawing("0 0 595.4 842"));

    expectDrawnPage(folder / "a.pdf");
    EXPECT_TRUE(ScanFile::open(folder / "a.pdf")->readPage(0)->chroma.empty());
}

TEST(Pdf, SaysThatTheDrawingProgramIsMissing)
{
    const TemporaryFolder folder;
    const TemporaryFolder empty;
    test::writeBytes(folder / "a.pdf", pdfWithDrawing("0 0 595.4 842"));
    const PathOf path(empty / "");

    const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ScanProblemCode::helperMissing);
    EXPECT_NE(image.error().message.find("poppler-utils"), std::string::npos);
}

TEST(Pdf, ADrawingProgramThatFailsIsNotMissing)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWithDrawing("0 0 595.4 842"));
    test::writeBytes(folder / "pdftoppm", "#!/bin/sh\nexit 3\n");
    std::filesystem::permissions(folder / "pdftoppm", std::filesystem::perms::owner_all);
    const PathOf path(folder / "");

    const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ScanProblemCode::damaged);
}

TEST(Pdf, RefusesToDrawAPageOfAbsurdSize)
{
    const TemporaryFolder folder;
    const std::string endless = "1" + std::string(400, '0') + ".0"; // infinite as a double
    for (const std::string& box :
         {std::string("0 0 90000 90000"), "0 0 " + endless + " 842", "0 0 " + endless + " " + endless,
          "-" + endless + " 0 " + endless + " 9"}) {
        test::writeBytes(folder / "a.pdf", pdfWithDrawing(box));

        const auto image = ScanFile::open(folder / "a.pdf")->readPage(0);

        ASSERT_FALSE(image) << box.substr(0, 20);
        EXPECT_EQ(image.error().code, ScanProblemCode::tooLarge);
    }
}

TEST(Pdf, RefusesAnEncryptedFile)
{
    const TemporaryFolder folder;
    test::writeBytes(
        folder / "open.pdf",
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage())));
    const std::string command = "qpdf --warning-exit-0 --encrypt geheim eigenaar 256 -- " +
                                (folder / "open.pdf").string() + " " + (folder / "locked.pdf").string() +
                                " 2>/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);

    const auto file = ScanFile::open(folder / "locked.pdf");

    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ScanProblemCode::encrypted);
}

TEST(Pdf, ReadsAFileThatOnlyItsOwnerMayChange)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "open.pdf", pdfWith(scannedPicture(), {}));
    const std::string command = "qpdf --warning-exit-0 --encrypt '' eigenaar 256 -- " +
                                (folder / "open.pdf").string() + " " + (folder / "locked.pdf").string() +
                                " 2>/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);

    expectDrawnPage(folder / "locked.pdf");
    EXPECT_TRUE(isLifted(folder / "locked.pdf"));
}

TEST(Pdf, ReadsAFileWithAWrongCrossReferenceTable)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "a.pdf", pdfWith(scannedPicture(), {}) +
                                           "xref\n0 2\n0000000000 65535 f\n0000999999 00000 n\n"
                                           "trailer << /Root 1 0 R /Size 6 >>\nstartxref\n7\n%%EOF\n");

    EXPECT_TRUE(isLifted(folder / "a.pdf"));
}

TEST(Pdf, RefusesAnEmptyAndACutOffFile)
{
    const TemporaryFolder folder;
    const std::string whole =
        pdfAround("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpegOf(drawnPage()));
    test::writeBytes(folder / "empty.pdf", "");
    test::writeBytes(folder / "head.pdf", whole.substr(0, 40));
    test::writeBytes(folder / "half.pdf", whole.substr(0, whole.size() / 2));

    EXPECT_EQ(ScanFile::open(folder / "empty.pdf").error().code, ScanProblemCode::empty);
    EXPECT_FALSE(ScanFile::open(folder / "head.pdf"));
    const auto half = ScanFile::open(folder / "half.pdf");
    EXPECT_TRUE(!half || !half->readPage(0));
}

} // namespace
} // namespace scanstraat::scan
