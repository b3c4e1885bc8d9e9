// SPDX-License-Identifier: EUPL-1.2
#include "scan/TiffPage.h"

#include "WrittenTiff.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace scanstraat::scan {
namespace {

using test::TemporaryFolder;

constexpr int kWidth = 203;  // no multiple of eight
constexpr int kHeight = 601; // more than one band of 512 rows

/// No two turns of it look alike, and there is ink in the last column, the last row and at 512.
cv::Mat drawnPage()
{
    cv::Mat page(kHeight, kWidth, CV_8UC1, cv::Scalar(255));
    page(cv::Rect(10, 20, 60, 40)).setTo(0);
    page(cv::Rect(kWidth - 3, 100, 3, 200)).setTo(0);
    page(cv::Rect(120, kHeight - 4, 60, 4)).setTo(0);
    page(cv::Rect(90, 480, 20, 64)).setTo(0);
    return page;
}

/// How a test file stores its pixels.
struct Kind
{
    const char* name;
    std::uint16_t photometric;
    std::uint16_t bits;
    std::uint16_t samples;
    std::uint16_t compression;
    std::uint16_t planes = PLANARCONFIG_CONTIG;
    bool tiled = false;
    int rowsPerStrip = 64;
};

void PrintTo(const Kind& kind, std::ostream* out)
{
    *out << kind.name;
}

std::vector<std::uint8_t> packBits(const cv::Mat& page, bool oneIsWhite)
{
    const int stride = (page.cols + 7) / 8;
    std::vector<std::uint8_t> packed(static_cast<std::size_t>(stride * page.rows), 0);
    for (int y = 0; y < page.rows; ++y) {
        for (int x = 0; x < page.cols; ++x) {
            if ((page.at<uchar>(y, x) > 128) == oneIsWhite) {
                packed[static_cast<std::size_t>(y * stride + x / 8)] |=
                    static_cast<std::uint8_t>(0x80U >> (static_cast<unsigned>(x) % 8));
            }
        }
    }
    return packed;
}

/// The page as the samples that the kind stores, row after row; of one plane where planes are separate.
std::vector<std::uint8_t> pixelsOf(const cv::Mat& page, const Kind& kind)
{
    if (kind.bits == 1) {
        return packBits(page, kind.photometric == PHOTOMETRIC_MINISBLACK);
    }
    cv::Mat grey = page;
    if (kind.photometric == PHOTOMETRIC_MINISWHITE || kind.photometric == PHOTOMETRIC_SEPARATED) {
        cv::bitwise_not(page, grey);
    }
    const int channels = kind.planes == PLANARCONFIG_SEPARATE ? 1 : kind.samples;
    cv::Mat pixels;
    cv::merge(std::vector<cv::Mat>(static_cast<std::size_t>(channels), grey), pixels);
    if (kind.bits == 16) {
        pixels.convertTo(pixels, CV_16U, 257.0);
    }
    return {pixels.data, pixels.data + pixels.total() * pixels.elemSize()};
}

void setTags(TIFF* tiff, const Kind& kind, std::uint16_t orientation)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kHeight);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, kind.samples);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.planes);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, orientation);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 118.1);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 78.74);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
    if (kind.compression == COMPRESSION_JPEG && kind.photometric == PHOTOMETRIC_YCBCR) {
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    if (kind.photometric == PHOTOMETRIC_PALETTE) {
        std::array<std::uint16_t, 256> ramp{};
        for (std::size_t i = 0; i < ramp.size(); ++i) {
            ramp.at(i) = static_cast<std::uint16_t>(i * 257);
        }
        TIFFSetField(tiff, TIFFTAG_COLORMAP, ramp.data(), ramp.data(), ramp.data());
    }
    if (kind.samples == 4 && kind.photometric == PHOTOMETRIC_RGB) {
        const std::uint16_t extra = EXTRASAMPLE_UNSPECIFIED;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &extra);
    }
}

void writeStrips(TIFF* tiff, const cv::Mat& page, const Kind& kind)
{
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, kind.rowsPerStrip);
    std::vector<std::uint8_t> pixels = pixelsOf(page, kind);
    const std::size_t row = pixels.size() / kHeight;
    const int planes = kind.planes == PLANARCONFIG_SEPARATE ? kind.samples : 1;
    for (int plane = 0; plane < planes; ++plane) {
        for (int y = 0; y < kHeight; ++y) {
            TIFFWriteScanline(tiff, pixels.data() + row * static_cast<std::size_t>(y),
                              static_cast<std::uint32_t>(y), static_cast<std::uint16_t>(plane));
        }
    }
}

Bytes tiffOf(const Kind& kind, std::uint16_t orientation = ORIENTATION_TOPLEFT)
{
    const TemporaryFolder folder;
    TIFF* tiff = TIFFOpen((folder / "page.tif").c_str(), "w");
    setTags(tiff, kind, orientation);
    if (kind.tiled) {
        test::writeTiles(tiff, drawnPage(), 128);
    } else {
        writeStrips(tiff, drawnPage(), kind);
    }
    TIFFClose(tiff);
    std::ifstream stream(folder / "page.tif", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Where the first directory of a little-endian file stands.
std::uint64_t directoryOf(const Bytes& file)
{
    return file[4] | static_cast<std::uint64_t>(file[5]) << 8U | static_cast<std::uint64_t>(file[6]) << 16U |
           static_cast<std::uint64_t>(file[7]) << 24U;
}

/// Pixels that are more than a third of the range apart; JPEG rings around edges stay below that.
int wrongPixels(const cv::Mat& a, const cv::Mat& b)
{
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    return cv::countNonZero(difference > 85);
}

constexpr Kind kGrey{"Grey", PHOTOMETRIC_MINISBLACK, 8, 1, COMPRESSION_LZW};

class EveryKind : public testing::TestWithParam<Kind>
{
};

TEST_P(EveryKind, OfPixelsBecomesGrey)
{
    const Bytes file = tiffOf(GetParam());

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_TRUE(raw) << raw.error().message;
    ASSERT_EQ(raw->grey.size(), cv::Size(kWidth, kHeight));
    EXPECT_EQ(wrongPixels(raw->grey, drawnPage()), 0);
    EXPECT_EQ(raw->bitonal, GetParam().bits == 1);
    const bool isGrey =
        GetParam().photometric == PHOTOMETRIC_MINISBLACK || GetParam().photometric == PHOTOMETRIC_MINISWHITE;
    EXPECT_EQ(raw->chroma.size(), isGrey ? cv::Size() : cv::Size((kWidth + 1) / 2, (kHeight + 1) / 2));
    EXPECT_TRUE(isGrey || cv::countNonZero(raw->chroma.reshape(1) != 128) == 0); // only black and white
    EXPECT_NEAR(raw->dpiX, 300, 0.5);
    EXPECT_NEAR(raw->dpiY, 200, 0.5);
}

INSTANTIATE_TEST_SUITE_P(
    TiffPage, EveryKind,
    testing::Values(kGrey, Kind{"GreyWhiteIsZero", PHOTOMETRIC_MINISWHITE, 8, 1, COMPRESSION_NONE},
                    Kind{"Bits", PHOTOMETRIC_MINISBLACK, 1, 1, COMPRESSION_PACKBITS},
                    Kind{"FaxBits", PHOTOMETRIC_MINISWHITE, 1, 1, COMPRESSION_CCITTFAX4},
                    Kind{"Rgb", PHOTOMETRIC_RGB, 8, 3, COMPRESSION_LZW},
                    Kind{"RgbDeflate", PHOTOMETRIC_RGB, 8, 3, COMPRESSION_ADOBE_DEFLATE},
                    Kind{"RgbAndMore", PHOTOMETRIC_RGB, 8, 4, COMPRESSION_ADOBE_DEFLATE},
                    Kind{"RgbPlanes", PHOTOMETRIC_RGB, 8, 3, COMPRESSION_LZW, PLANARCONFIG_SEPARATE},
                    Kind{"Jpeg", PHOTOMETRIC_YCBCR, 8, 3, COMPRESSION_JPEG},
                    Kind{"GreyJpeg", PHOTOMETRIC_MINISBLACK, 8, 1, COMPRESSION_JPEG},
                    Kind{"Palette", PHOTOMETRIC_PALETTE, 8, 1, COMPRESSION_LZW},
                    Kind{"Grey16", PHOTOMETRIC_MINISBLACK, 16, 1, COMPRESSION_LZW},
                    Kind{"Cmyk", PHOTOMETRIC_SEPARATED, 8, 4, COMPRESSION_LZW},
                    Kind{"Tiles", PHOTOMETRIC_MINISBLACK, 8, 1, COMPRESSION_LZW, PLANARCONFIG_CONTIG, true}),
    [](const auto& kind) { return std::string(kind.param.name); });

class EveryOrientation : public testing::TestWithParam<int>
{
};

/// The stored rows as they lie on the sheet, by the table of TIFF 6.0.
cv::Mat asOnSheet(const cv::Mat& stored, int orientation)
{
    cv::Mat sheet(stored.size(), CV_8UC1);
    if (orientation >= ORIENTATION_LEFTTOP) {
        sheet.create(stored.cols, stored.rows, CV_8UC1);
    }
    for (int row = 0; row < stored.rows; ++row) {
        for (int column = 0; column < stored.cols; ++column) {
            const int fromRight = stored.cols - 1 - column;
            const int fromBottom = stored.rows - 1 - row;
            const std::array<cv::Point, 8> places{{{column, row},
                                                   {fromRight, row},
                                                   {fromRight, fromBottom},
                                                   {column, fromBottom},
                                                   {row, column},
                                                   {fromBottom, column},
                                                   {fromBottom, fromRight},
                                                   {row, fromRight}}};
            sheet.at<uchar>(places.at(static_cast<std::size_t>(orientation - 1))) =
                stored.at<uchar>(row, column);
        }
    }
    return sheet;
}

TEST_P(EveryOrientation, IsTurnedUpright)
{
    const auto orientation = static_cast<std::uint16_t>(GetParam());
    const Kind planes{"RgbPlanes", PHOTOMETRIC_RGB, 8, 3, COMPRESSION_LZW, PLANARCONFIG_SEPARATE};
    for (const Kind& kind : {kGrey, planes}) {
        const Bytes file = tiffOf(kind, orientation);

        const auto raw = decodeTiffPage(file, directoryOf(file), {});

        ASSERT_TRUE(raw) << kind.name;
        const cv::Mat expected = asOnSheet(drawnPage(), GetParam());
        ASSERT_EQ(raw->grey.size(), expected.size()) << kind.name;
        EXPECT_EQ(wrongPixels(raw->grey, expected), 0) << kind.name;
        const bool lying = GetParam() >= ORIENTATION_LEFTTOP;
        EXPECT_NEAR(raw->dpiX, lying ? 200 : 300, 0.5) << kind.name;
    }
}

INSTANTIATE_TEST_SUITE_P(TiffPage, EveryOrientation, testing::Range(1, 9));

/// Writes the value of a directory entry that stands in the entry itself, as a 32-bit number.
void setEntry(Bytes& file, std::uint16_t tag, std::uint32_t value)
{
    constexpr std::uint64_t kEntryBytes = 12;
    std::uint64_t at = directoryOf(file) + 2;
    while (file[at] + 256 * file[at + 1] != tag) {
        at += kEntryBytes;
    }
    file[at + 2] = TIFF_LONG;
    for (unsigned byte = 0; byte < 4; ++byte) {
        file[at + 8 + byte] = static_cast<std::uint8_t>(value >> (8 * byte));
    }
}

TEST(TiffPage, PixelsBehindTheEndOfTheFileAreTruncated)
{
    Kind oneStrip{"OneStrip", PHOTOMETRIC_MINISWHITE, 1, 1, COMPRESSION_CCITTFAX4};
    oneStrip.rowsPerStrip = kHeight;
    Bytes file = tiffOf(oneStrip);
    ASSERT_TRUE(decodeTiffPage(file, directoryOf(file), {}));
    setEntry(file, TIFFTAG_STRIPOFFSETS, static_cast<std::uint32_t>(file.size()) - 10);

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::truncated);
}

TEST(TiffPage, ABrokenStripIsAProblem)
{
    Bytes file = tiffOf({"Rgb", PHOTOMETRIC_RGB, 8, 3, COMPRESSION_ADOBE_DEFLATE});
    std::fill(file.begin() + 8, file.begin() + 40, std::uint8_t{0xFF});

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::truncated);
}

/// The bytes of the last strip of a file are overwritten with zeros.
Bytes withZeroedEnd(const Kind& kind)
{
    Bytes file = tiffOf(kind);
    const auto pixelsEnd = static_cast<std::ptrdiff_t>(directoryOf(file));
    std::fill(file.begin() + pixelsEnd - 24, file.begin() + pixelsEnd - 4, std::uint8_t{0});
    return file;
}

TEST(TiffPage, WhatTheFaxCodecInventsForABrokenStripIsNotTaken)
{
    const Bytes file = withZeroedEnd({"FaxBits", PHOTOMETRIC_MINISWHITE, 1, 1, COMPRESSION_CCITTFAX4});

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::truncated);
}

TEST(TiffPage, WhatTheJpegCodecInventsForAnEarlyEndIsNotTaken)
{
    Kind oneStrip{"GreyJpeg", PHOTOMETRIC_MINISBLACK, 8, 1, COMPRESSION_JPEG};
    oneStrip.rowsPerStrip = 608;
    Bytes file = tiffOf(oneStrip);
    ASSERT_TRUE(decodeTiffPage(file, directoryOf(file), {}));
    const std::vector<std::uint8_t> startOfScan{0xFF, 0xDA};
    const auto start = std::search(file.begin(), file.end(), startOfScan.begin(), startOfScan.end());
    ASSERT_NE(start, file.end());
    const std::vector<std::uint8_t> endOfImage{0xFF, 0xD9};
    std::copy(endOfImage.begin(), endOfImage.end(), start + 60);

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::truncated);
}

TEST(TiffPage, ManySamplesAPixelAreRefusedBeforeMemoryIsAskedFor)
{
    Bytes file = tiffOf(kGrey);
    setEntry(file, TIFFTAG_SAMPLESPERPIXEL, 40000);

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::damaged);
}

TEST(TiffPage, ASizeThatOverflowsIsTooLarge)
{
    Kind oneStrip{"FaxBits", PHOTOMETRIC_MINISWHITE, 1, 1, COMPRESSION_CCITTFAX4};
    oneStrip.rowsPerStrip = kHeight;
    Bytes file = tiffOf(oneStrip);
    setEntry(file, TIFFTAG_ROWSPERSTRIP, 0xFFFFFFFF);
    setEntry(file, TIFFTAG_IMAGEWIDTH, 0xC0000000);
    setEntry(file, TIFFTAG_IMAGELENGTH, 0xC0000000);

    const auto raw = decodeTiffPage(file, directoryOf(file), {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::tooLarge);
}

TEST(TiffPage, ADirectoryThatIsNoneIsDamaged)
{
    const Bytes file = tiffOf(kGrey);

    const auto raw = decodeTiffPage(file, file.size() + 10, {});

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::damaged);
}

TEST(TiffPage, APageOverTheLimitIsRefusedBeforeItIsDecoded)
{
    const Bytes file = tiffOf(kGrey);
    ScanLimits limits;
    limits.maxPixels = 1000;

    const auto raw = decodeTiffPage(file, directoryOf(file), limits);

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::tooLarge);
}

} // namespace
} // namespace scanstraat::scan
