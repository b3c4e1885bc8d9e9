// SPDX-License-Identifier: EUPL-1.2
#include "scan/ScanFile.h"

#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace scanstraat::scan {
namespace {

using test::TemporaryFolder;

constexpr int kWidth = 1654; // A4 at 200 dpi
constexpr int kHeight = 2339;
const cv::Rect kBlock(300, 500, 200, 100);

cv::Mat drawnPage()
{
    cv::Mat page(kHeight, kWidth, CV_8UC1, cv::Scalar(255));
    page(kBlock).setTo(0);
    return page;
}

Pix* toPix(const cv::Mat& grey, int dpi)
{
    Pix* pix = pixCreate(grey.cols, grey.rows, 8);
    for (int y = 0; y < grey.rows; ++y) {
        for (int x = 0; x < grey.cols; ++x) {
            pixSetPixel(pix, x, y, grey.at<uchar>(y, x));
        }
    }
    pixSetResolution(pix, dpi, dpi);
    return pix;
}

/// Writes pages of the drawn page as one TIFF; G4 makes them bitonal.
void writeTiff(const std::filesystem::path& path, int pages, int compression, int dpi = 200)
{
    Pix* grey = toPix(drawnPage(), dpi);
    Pix* pix = compression == IFF_TIFF_G4 ? pixThresholdToBinary(grey, 128) : pixClone(grey);
    for (int i = 0; i < pages; ++i) {
        pixWriteTiff(path.c_str(), pix, compression, i == 0 ? "w" : "a");
    }
    pixDestroy(&pix);
    pixDestroy(&grey);
}

void expectDrawnPage(const page::PageImage& image)
{
    ASSERT_EQ(image.grey.size(), cv::Size(kWidth, kHeight));
    EXPECT_LT(cv::mean(image.grey(kBlock))[0], 8);
    EXPECT_GT(cv::mean(image.grey(cv::Rect(800, 800, 400, 400)))[0], 247);
}

void expectProblem(const std::filesystem::path& path, ScanProblemCode code)
{
    const auto file = ScanFile::open(path);
    ASSERT_FALSE(file);
    EXPECT_EQ(toString(file.error().code), toString(code));
    EXPECT_FALSE(file.error().message.empty());
}

class EveryCompression : public testing::TestWithParam<int>
{
};

TEST_P(EveryCompression, ReadsAllPagesOfATiff)
{
    const TemporaryFolder folder;
    writeTiff(folder / "a.tif", 3, GetParam());

    const auto file = ScanFile::open(folder / "a.tif");

    ASSERT_TRUE(file);
    ASSERT_EQ(file->pageCount(), 3);
    for (int page = 0; page < 3; ++page) {
        const auto image = file->readPage(page);
        ASSERT_TRUE(image);
        expectDrawnPage(*image);
        EXPECT_NEAR(image->dpi.value, 200, 1);
        EXPECT_EQ(image->bitonal, GetParam() == IFF_TIFF_G4);
    }
}

INSTANTIATE_TEST_SUITE_P(ScanFile, EveryCompression,
                         testing::Values(IFF_TIFF, IFF_TIFF_LZW, IFF_TIFF_ZIP, IFF_TIFF_PACKBITS, IFF_TIFF_G4,
                                         IFF_TIFF_JPEG));

TEST(ScanFile, ABrokenFirstPageDoesNotSpoilTheSecond)
{
    const TemporaryFolder folder;
    writeTiff(folder / "a.tif", 2, IFF_TIFF_LZW);
    std::string bytes = test::readBytes(folder / "a.tif");
    const auto byte = [&](std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
    };
    const std::size_t first = byte(4) + (byte(5) << 8U) + (byte(6) << 16U) + (byte(7) << 24U);
    bytes.replace(first + 2, 4, 4, '\xFF'); // tag and type of its first entry, the width
    test::writeBytes(folder / "a.tif", bytes);

    const auto file = ScanFile::open(folder / "a.tif");

    ASSERT_TRUE(file);
    EXPECT_FALSE(file->readPage(0));
    const auto second = file->readPage(1);
    ASSERT_TRUE(second);
    expectDrawnPage(*second);
}

TEST(ScanFile, AnAbsurdResolutionIsNotBelieved)
{
    const TemporaryFolder folder;
    Pix* pix = toPix(drawnPage(), 200);
    pixSetResolution(pix, 300, 3);
    pixWriteTiff((folder / "a.tif").c_str(), pix, IFF_TIFF_LZW, "w");
    pixDestroy(&pix);

    const auto file = ScanFile::open(folder / "a.tif");

    ASSERT_TRUE(file);
    const auto image = file->readPage(0);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->grey.size(), cv::Size(kWidth, kHeight));
    EXPECT_NEAR(image->dpi.value, 200, 1);
}

TEST(ScanFile, ReadsGreyAndColourPngAndJpeg)
{
    const TemporaryFolder folder;
    cv::Mat colour;
    cv::cvtColor(drawnPage(), colour, cv::COLOR_GRAY2BGR);
    for (const char* name : {"grey.png", "grey.jpg", "colour.png", "colour.jpg"}) {
        cv::imwrite((folder / name).string(), name[0] == 'g' ? drawnPage() : colour);

        const auto file = ScanFile::open(folder / name);

        ASSERT_TRUE(file) << name;
        const auto image = file->readPage(0);
        ASSERT_TRUE(image) << name;
        expectDrawnPage(*image);
    }
}

TEST(ScanFile, PixelsThatTheJpegDecoderInventsAreNotTaken)
{
    const TemporaryFolder folder;
    cv::imwrite((folder / "a.jpg").string(), drawnPage());
    std::string bytes = test::readBytes(folder / "a.jpg");
    const std::size_t half = bytes.size() / 2;
    test::writeBytes(folder / "cut.jpg", bytes.substr(0, half) + "\xFF\xD9");
    test::writeBytes(folder / "hole.jpg", bytes.replace(half, 60, 60, '\0'));

    for (const char* name : {"cut.jpg", "hole.jpg"}) {
        const auto file = ScanFile::open(folder / name);
        ASSERT_TRUE(file) << name;
        const auto image = file->readPage(0);

        ASSERT_FALSE(image) << name;
        EXPECT_EQ(image.error().code, ScanProblemCode::truncated) << name;
    }
}

TEST(ScanFile, BytesBetweenTheSegmentsOfAJpegDoNoHarm)
{
    const TemporaryFolder folder;
    cv::imwrite((folder / "a.jpg").string(), drawnPage());
    std::string bytes = test::readBytes(folder / "a.jpg");
    bytes.insert(bytes.size() - 2, std::string(5, '\x11'));
    test::writeBytes(folder / "b.jpg", bytes);

    const auto file = ScanFile::open(folder / "b.jpg");

    ASSERT_TRUE(file);
    const auto image = file->readPage(0);
    ASSERT_TRUE(image) << image.error().message;
    expectDrawnPage(*image);
}

TEST(ScanFile, TellsFormatsByContentNotByName)
{
    const TemporaryFolder folder;
    cv::imwrite((folder / "a.png").string(), drawnPage());
    std::filesystem::rename(folder / "a.png", folder / "a.tif");

    const auto file = ScanFile::open(folder / "a.tif");

    ASSERT_TRUE(file);
    EXPECT_TRUE(file->readPage(0));
}

TEST(ScanFile, TakesAPageWithoutResolutionForA4)
{
    const TemporaryFolder folder;
    cv::imwrite((folder / "a.png").string(), drawnPage());

    const auto image = ScanFile::open(folder / "a.png")->readPage(0);

    ASSERT_TRUE(image);
    EXPECT_NEAR(image->dpi.value, 200, 1);
}

TEST(ScanFile, DoesNotBelieveAnImpossibleResolution)
{
    const TemporaryFolder folder;
    writeTiff(folder / "a.tif", 1, IFF_TIFF_LZW, 72); // would be a sheet of 58 x 82 cm

    const auto image = ScanFile::open(folder / "a.tif")->readPage(0);

    ASSERT_TRUE(image);
    EXPECT_NEAR(image->dpi.value, 200, 1);
}

TEST(ScanFile, HalvesAFineScanAndSaysSo)
{
    const TemporaryFolder folder;
    cv::Mat fine;
    cv::resize(drawnPage(), fine, {}, 3.0, 3.0, cv::INTER_NEAREST);
    cv::imwrite((folder / "a.png").string(), fine);

    const auto image = ScanFile::open(folder / "a.png")->readPage(0);

    ASSERT_TRUE(image);
    EXPECT_NEAR(image->dpi.value, 300, 1);
    EXPECT_DOUBLE_EQ(image->filePixels.x, 2.0);
    EXPECT_EQ(image->grey.cols, kWidth * 3 / 2);
}

TEST(ScanFile, KnowsTheDigestOfTheFile)
{
    const TemporaryFolder folder;
    cv::imwrite((folder / "a.png").string(), drawnPage());
    const std::string command = "sha256sum " + (folder / "a.png").string();
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
    std::array<char, 65> digest{};
    ASSERT_EQ(fread(digest.data(), 1, 64, pipe.get()), 64U);

    EXPECT_EQ(ScanFile::open(folder / "a.png")->sha256(), digest.data());
}

TEST(ScanFile, RefusesWhatIsNoScan)
{
    const TemporaryFolder folder;
    test::writeBytes(folder / "empty.tif", "");
    test::writeBytes(folder / "text.tif", "Dit is gewoon tekst.\n");

    expectProblem(folder / "empty.tif", ScanProblemCode::empty);
    expectProblem(folder / "text.tif", ScanProblemCode::notAScan);
    expectProblem(folder / "absent.tif", ScanProblemCode::cannotOpen);
}

TEST(ScanFile, TellsAFileThatWasCutOff)
{
    const TemporaryFolder folder;
    writeTiff(folder / "a.tif", 2, IFF_TIFF_LZW);
    const std::string tiff = test::readBytes(folder / "a.tif");
    cv::imwrite((folder / "b.png").string(), drawnPage());
    const std::string png = test::readBytes(folder / "b.png");
    cv::imwrite((folder / "c.jpg").string(), drawnPage());
    const std::string jpeg = test::readBytes(folder / "c.jpg");
    test::writeBytes(folder / "half.tif", tiff.substr(0, tiff.size() / 2));
    test::writeBytes(folder / "half.png", png.substr(0, png.size() / 2));
    test::writeBytes(folder / "half.jpg", jpeg.substr(0, jpeg.size() / 2));
    test::writeBytes(folder / "head.tif", tiff.substr(0, 6));

    expectProblem(folder / "half.tif", ScanProblemCode::truncated);
    expectProblem(folder / "head.tif", ScanProblemCode::truncated);
    for (const char* name : {"half.png", "half.jpg"}) {
        const auto image = ScanFile::open(folder / name)->readPage(0);
        ASSERT_FALSE(image) << name;
        EXPECT_EQ(image.error().code, ScanProblemCode::truncated);
    }
}

TEST(ScanFile, RefusesAHugePictureByItsHeader)
{
    const TemporaryFolder folder;
    Pix* pix = pixCreate(40000, 40000, 1);
    pixWriteTiff((folder / "huge.tif").c_str(), pix, IFF_TIFF_G4, "w");
    pixWrite((folder / "huge.png").c_str(), pix, IFF_PNG);
    pixDestroy(&pix);

    for (const char* name : {"huge.tif", "huge.png"}) {
        const auto image = ScanFile::open(folder / name)->readPage(0);
        ASSERT_FALSE(image) << name;
        EXPECT_EQ(image.error().code, ScanProblemCode::tooLarge);
        EXPECT_NE(image.error().message.find("40000 x 40000"), std::string::npos);
    }
}

TEST(ScanFile, KnowsTheNamesOfScans)
{
    for (const char* name : {"a.tif", "a.TIFF", "a.Pdf", "a.png", "a.jpg", "a.JPEG"}) {
        EXPECT_TRUE(hasScanExtension(name)) << name;
    }
    for (const char* name : {"a.txt", "a", "tif", "a.json"}) {
        EXPECT_FALSE(hasScanExtension(name)) << name;
    }
}

} // namespace
} // namespace scanstraat::scan
