// SPDX-License-Identifier: EUPL-1.2
// The colours of every format: what each decoder gives as chroma, and that grey is what it was without.
#include "WrittenPdf.h"
#include "WrittenTiff.h"
#include "page/Chroma.h"
#include "scan/JpegPicture.h"
#include "scan/PdfImage.h"
#include "scan/TiffPage.h"
#include "scan/Turn.h"
#include "unit/page/ColouredPage.h"

#include <gtest/gtest.h>
#include <tiffio.h>

#include <cstdio>

#include <jpeglib.h>

namespace scanstraat::scan {
namespace {

using test::colouredPage;
using test::expectChroma;
using test::TemporaryFolder;

const cv::Size kOdd(251, 223);

cv::Mat greyOf(const cv::Mat& bgr)
{
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

cv::Mat rgbOf(const cv::Mat& bgr)
{
    cv::Mat rgb;
    cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
    return rgb;
}

double farthest(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() ? cv::norm(a, b, cv::NORM_INF) : 256.0;
}

/// How a test file stores its planes.
struct JpegKind
{
    J_COLOR_SPACE space = JCS_YCbCr;
    cv::Size brightness{2, 2}; ///< sampling factors of the first plane
    cv::Size colours{1, 1};    ///< of the others
    bool progressive = false;
};

/// `pixels`: what libjpeg takes for `from`.
Bytes jpegOfPixels(const cv::Mat& pixels, J_COLOR_SPACE from, const JpegKind& kind)
{
    jpeg_error_mgr manager;
    jpeg_compress_struct encoder{};
    encoder.err = jpeg_std_error(&manager);
    jpeg_create_compress(&encoder);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&encoder, &data, &size);
    encoder.image_width = static_cast<JDIMENSION>(pixels.cols);
    encoder.image_height = static_cast<JDIMENSION>(pixels.rows);
    encoder.input_components = pixels.channels();
    encoder.in_color_space = from;
    jpeg_set_defaults(&encoder);
    jpeg_set_colorspace(&encoder, kind.space);
    jpeg_set_quality(&encoder, 95, TRUE);
    for (int i = 0; i < encoder.num_components; ++i) {
        const cv::Size factors = i == 0 ? kind.brightness : kind.colours;
        encoder.comp_info[i].h_samp_factor = factors.width;
        encoder.comp_info[i].v_samp_factor = factors.height;
    }
    if (kind.progressive) {
        jpeg_simple_progression(&encoder);
    }
    jpeg_start_compress(&encoder, TRUE);
    while (encoder.next_scanline < encoder.image_height) {
        JSAMPROW row = const_cast<uchar*>(pixels.ptr<uchar>(static_cast<int>(encoder.next_scanline)));
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    Bytes file(data, data + size);
    free(data); // NOLINT(cppcoreguidelines-no-malloc): libjpeg's way
    return file;
}

Bytes jpegOfPage(const cv::Mat& bgr, const JpegKind& kind)
{
    return jpegOfPixels(rgbOf(bgr), JCS_RGB, kind);
}

class EverySampling : public testing::TestWithParam<JpegKind>
{
};

TEST_P(EverySampling, OfAJpegGivesItsColoursAndTheSameBrightness)
{
    for (const cv::Size size : {cv::Size(256, 224), {251, 224}, {256, 223}, kOdd, {273, 241}}) {
        const cv::Mat page = colouredPage(size);
        const Bytes file = jpegOfPage(page, GetParam());

        const auto raw = decodeJpeg(file);

        ASSERT_TRUE(raw) << raw.error().message;
        EXPECT_EQ(farthest(raw->grey, cv::imdecode(file, cv::IMREAD_GRAYSCALE)), 0);
        expectChroma(raw->chroma, page, 12);
    }
}

INSTANTIATE_TEST_SUITE_P(Colour, EverySampling,
                         testing::Values(JpegKind{}, JpegKind{JCS_YCbCr, {2, 1}}, JpegKind{JCS_YCbCr, {1, 2}},
                                         JpegKind{JCS_YCbCr, {1, 1}}, JpegKind{JCS_YCbCr, {2, 1}, {2, 1}},
                                         JpegKind{JCS_YCbCr, {2, 2}, {2, 1}},
                                         JpegKind{JCS_YCbCr, {2, 2}, {1, 1}, true},
                                         JpegKind{JCS_YCbCr, {1, 1}, {1, 1}, true}));

TEST(Colour, OfAJpegThatHasItInEveryFourthColumnIsFoundToo)
{
    const cv::Mat page = colouredPage(kOdd);
    const Bytes file = jpegOfPage(page, {JCS_YCbCr, {4, 1}});

    const auto raw = decodeJpeg(file);

    ASSERT_TRUE(raw);
    EXPECT_EQ(farthest(raw->grey, cv::imdecode(file, cv::IMREAD_GRAYSCALE)), 0);
    const cv::Mat expected = test::chromaByDefinition(page);
    ASSERT_EQ(raw->chroma.size(), expected.size());
    EXPECT_LT(test::shareOff(raw->chroma, expected, 20), 0.06);
}

TEST(Colour, OfAnRgbJpegIsFound)
{
    const cv::Mat page = colouredPage(kOdd);
    const Bytes file = jpegOfPage(page, {JCS_RGB, {1, 1}});

    const auto raw = decodeJpeg(file);

    ASSERT_TRUE(raw);
    EXPECT_LE(farthest(raw->grey, cv::imdecode(file, cv::IMREAD_GRAYSCALE)), 1);
    expectChroma(raw->chroma, page, 12);
}

/// Red, green and blue as Adobe's CMYK, where 255 is no ink, without black.
cv::Mat inksOf(const cv::Mat& bgr)
{
    cv::Mat inks;
    cv::cvtColor(bgr, inks, cv::COLOR_BGR2RGBA);
    return inks;
}

TEST(Colour, OfACmykJpegIsWhatItsInksLeave)
{
    const cv::Mat page = colouredPage(kOdd);
    cv::Mat inks = inksOf(page);
    const cv::Rect half(0, 0, kOdd.width, kOdd.height / 2);
    std::vector<cv::Mat> channels;
    cv::split(inks, channels);
    channels[3](half).setTo(128);
    cv::merge(channels, inks);
    cv::Mat darker = page.clone();
    darker(half) *= 128.0 / 255.0;

    for (const J_COLOR_SPACE space : {JCS_CMYK, JCS_YCCK}) {
        const auto raw = decodeJpeg(jpegOfPixels(inks, JCS_CMYK, {space, {1, 1}}));

        ASSERT_TRUE(raw);
        expectChroma(raw->chroma, darker, 12);
        EXPECT_LT(cv::norm(raw->grey, greyOf(darker), cv::NORM_L1) / static_cast<double>(raw->grey.total()),
                  2);
    }
}

TEST(Colour, FinerThanTheBrightnessOfAJpegIsLeftOut)
{
    const Bytes file = jpegOfPage(colouredPage(kOdd), {JCS_YCbCr, {1, 1}, {2, 2}});

    const auto raw = decodeJpeg(file);

    ASSERT_TRUE(raw);
    EXPECT_EQ(farthest(raw->grey, cv::imdecode(file, cv::IMREAD_GRAYSCALE)), 0);
    EXPECT_TRUE(raw->chroma.empty());
}

TEST(Colour, IsNotInAGreyJpeg)
{
    const cv::Mat grey = greyOf(colouredPage(kOdd));
    const Bytes file = jpegOfPixels(grey, JCS_GRAYSCALE, {JCS_GRAYSCALE, {1, 1}});

    const auto raw = decodeJpeg(file);

    ASSERT_TRUE(raw);
    EXPECT_EQ(farthest(raw->grey, cv::imdecode(file, cv::IMREAD_GRAYSCALE)), 0);
    EXPECT_TRUE(raw->chroma.empty());
}

TEST(Colour, OfACutOffJpegIsNotInvented)
{
    Bytes file = jpegOfPage(colouredPage(kOdd), {});
    file.resize(file.size() / 2);
    file.insert(file.end(), {0xFF, 0xD9});

    const auto raw = decodeJpeg(file);

    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().code, ScanProblemCode::truncated);
}

TEST(Colour, OfAPngIsFoundAndGreyHasNone)
{
    const cv::Mat page = colouredPage(kOdd);
    Bytes colour;
    Bytes grey;
    cv::imencode(".png", page, colour);
    cv::imencode(".png", greyOf(page), grey);

    const auto coloured = decodePngOrJpeg(colour, {});
    const auto plain = decodePngOrJpeg(grey, {});

    ASSERT_TRUE(coloured);
    EXPECT_EQ(farthest(coloured->grey, greyOf(page)), 0);
    expectChroma(coloured->chroma, page, 2);
    ASSERT_TRUE(plain);
    EXPECT_TRUE(plain->chroma.empty());
}

struct TiffKind
{
    const char* name;
    int rowsPerStrip = 64;
    std::uint16_t samples = 3;
    std::uint16_t planes = PLANARCONFIG_CONTIG;
    std::uint16_t compression = COMPRESSION_LZW;
    bool tiled = false;
};

void PrintTo(const TiffKind& kind, std::ostream* out)
{
    *out << kind.name;
}

void setTags(TIFF* tiff, cv::Size size, const TiffKind& kind)
{
    const bool isJpeg = kind.compression == COMPRESSION_JPEG;
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, size.width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, size.height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, kind.samples);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, isJpeg ? PHOTOMETRIC_YCBCR : PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.planes);
    if (isJpeg) {
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    if (kind.samples == 4) {
        const std::uint16_t extra = EXTRASAMPLE_UNSPECIFIED;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &extra);
    }
}

void writeStrips(TIFF* tiff, const cv::Mat& rgb, const TiffKind& kind)
{
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, kind.rowsPerStrip);
    cv::Mat pixels = rgb;
    if (kind.samples == 4) {
        cv::cvtColor(rgb, pixels, cv::COLOR_RGB2RGBA);
    }
    std::vector<cv::Mat> planes{pixels};
    if (kind.planes == PLANARCONFIG_SEPARATE) {
        cv::split(pixels, planes);
    }
    for (std::size_t plane = 0; plane < planes.size(); ++plane) {
        for (int y = 0; y < rgb.rows; ++y) {
            TIFFWriteScanline(tiff, planes[plane].ptr(y), static_cast<std::uint32_t>(y),
                              static_cast<std::uint16_t>(plane));
        }
    }
}

/// Decoded from a file of that kind.
Result<RawImage, ScanProblem> throughTiff(const cv::Mat& bgr, const TiffKind& kind,
                                          std::uint16_t orientation = ORIENTATION_TOPLEFT)
{
    const TemporaryFolder folder;
    TIFF* tiff = TIFFOpen((folder / "page.tif").c_str(), "w");
    setTags(tiff, bgr.size(), kind);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, orientation);
    if (kind.tiled) {
        test::writeTiles(tiff, rgbOf(bgr), 64);
    } else {
        writeStrips(tiff, rgbOf(bgr), kind);
    }
    TIFFClose(tiff);
    const std::string text = test::readBytes(folder / "page.tif");
    const Bytes file(text.begin(), text.end());
    const std::uint64_t directory =
        file[4] | static_cast<std::uint64_t>(file[5]) << 8U | static_cast<std::uint64_t>(file[6]) << 16U;
    return decodeTiffPage(file, directory, {});
}

class EveryTiff : public testing::TestWithParam<TiffKind>
{
};

TEST_P(EveryTiff, GivesItsColours)
{
    const bool isJpeg = GetParam().compression == COMPRESSION_JPEG;
    for (const cv::Size size : {cv::Size(256, 224), kOdd, {230, 601}}) {
        const cv::Mat page = colouredPage(size);

        const auto raw = throughTiff(page, GetParam());

        ASSERT_TRUE(raw) << raw.error().message;
        EXPECT_LE(farthest(raw->grey, greyOf(page)), isJpeg ? 90 : 0);
        expectChroma(raw->chroma, page, isJpeg ? 20 : 2);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Colour, EveryTiff,
    testing::Values(TiffKind{"Strips64"}, TiffKind{"Strips1", 1}, TiffKind{"Strips7", 7},
                    TiffKind{"Strips33", 33}, TiffKind{"OneStrip", 1000}, TiffKind{"Rgba", 9, 4},
                    TiffKind{"Planes", 64, 3, PLANARCONFIG_SEPARATE},
                    TiffKind{"Jpeg", 64, 3, PLANARCONFIG_CONTIG, COMPRESSION_JPEG},
                    TiffKind{"Tiles", 64, 3, PLANARCONFIG_CONTIG, COMPRESSION_LZW, true}),
    [](const auto& kind) { return std::string(kind.param.name); });

/// The page as it must be stored to lie like `page` once it is turned.
cv::Mat storedFor(const cv::Mat& page, int orientation)
{
    const bool swaps = orientation >= ORIENTATION_LEFTTOP;
    cv::Mat stored = swaps ? cv::Mat(page.cols, page.rows, CV_8UC3) : cv::Mat(page.size(), CV_8UC3);
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
            stored.at<cv::Vec3b>(row, column) =
                page.at<cv::Vec3b>(places.at(static_cast<std::size_t>(orientation - 1)));
        }
    }
    return stored;
}

class EveryTurn : public testing::TestWithParam<int>
{
};

TEST_P(EveryTurn, OfATiffTurnsItsColoursAlong)
{
    for (const cv::Size size : {cv::Size(256, 224), {251, 224}, {256, 223}, kOdd}) {
        const cv::Mat page = colouredPage(size);

        const auto raw = throughTiff(storedFor(page, GetParam()), {}, static_cast<std::uint16_t>(GetParam()));

        ASSERT_TRUE(raw);
        EXPECT_EQ(farthest(raw->grey, greyOf(page)), 0);
        expectChroma(raw->chroma, page, 2);
    }
}

INSTANTIATE_TEST_SUITE_P(Colour, EveryTurn, testing::Range(1, 9));

PdfImage pdfImageOf(const cv::Mat& bgr, PdfPacking packing)
{
    const cv::Mat rgb = rgbOf(bgr);
    PdfImage image;
    image.packing = packing;
    image.data = packing == PdfPacking::jpeg ? jpegOfPage(bgr, {})
                                             : Bytes(rgb.data, rgb.data + rgb.total() * rgb.elemSize());
    image.width = bgr.cols;
    image.height = bgr.rows;
    image.channels = 3;
    image.widthPt = 595.0;
    return image;
}

TEST(Colour, OfAPictureInAPdfIsFoundHoweverItIsTurned)
{
    const std::array<int, 3> turns{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
    for (const PdfPacking packing : {PdfPacking::samples, PdfPacking::jpeg}) {
        for (int quarterTurns = 0; quarterTurns < 4; ++quarterTurns) {
            cv::Mat page = colouredPage(kOdd);
            PdfImage image = pdfImageOf(page, packing);
            image.quarterTurns = quarterTurns;

            const auto raw = decodePdfImage(image, {});

            ASSERT_TRUE(raw);
            if (quarterTurns > 0) {
                cv::rotate(page, page, turns.at(static_cast<std::size_t>(quarterTurns - 1)));
            }
            const bool isJpeg = packing == PdfPacking::jpeg;
            EXPECT_LE(farthest(raw->grey, greyOf(page)), isJpeg ? 60 : 0) << quarterTurns;
            expectChroma(raw->chroma, page, isJpeg ? 12 : 2);
        }
    }
}

TEST(Colour, IsNotInGreySamplesOfAPdf)
{
    PdfImage image;
    image.data = Bytes(60, 200);
    image.width = 10;
    image.height = 6;
    image.widthPt = 595.0;

    const auto raw = decodePdfImage(image, {});

    ASSERT_TRUE(raw);
    EXPECT_TRUE(raw->chroma.empty());
}

RawImage rawOf(const cv::Mat& bgr, double dpiX, double dpiY)
{
    return {greyOf(bgr), page::chromaOf(bgr, page::ChannelOrder::bgr), dpiX, dpiY};
}

TEST(Colour, OfAFineScanIsHalvedWithIt)
{
    for (const cv::Size size : {cv::Size(1500, 3400), {1501, 3401}, {1502, 3402}, {1503, 3403}}) {
        cv::Mat page;
        cv::resize(colouredPage({300, 680}), page, size, 0, 0, cv::INTER_NEAREST);

        const page::PageImage image = normalise(rawOf(page, 600, 600), {});

        ASSERT_EQ(image.dpi.value, 300);
        cv::Mat half;
        cv::resize(page, half, {}, 0.5, 0.5, cv::INTER_AREA);
        ASSERT_EQ(image.grey.size(), half.size());
        expectChroma(image.chroma, half, 4);
    }
}

TEST(Colour, OfAnUnevenScanIsStretchedWithIt)
{
    cv::Mat page;
    cv::resize(colouredPage({400, 300}), page, {1661, 1143}, 0, 0, cv::INTER_NEAREST);

    const page::PageImage image = normalise(rawOf(page, 204, 98), {});

    cv::Mat stretched;
    cv::resize(page, stretched, {}, 1.0, 204.0 / 98.0, cv::INTER_LINEAR);
    ASSERT_EQ(image.grey.size(), stretched.size());
    expectChroma(image.chroma, stretched, 4, 0.6);
}

TEST(Colour, ReachesThePageOfAFile)
{
    const TemporaryFolder folder;
    cv::Mat page;
    cv::resize(colouredPage({400, 566}), page, {kWidth, kHeight}, 0, 0, cv::INTER_NEAREST);
    cv::imwrite((folder / "a.png").string(), page);
    cv::imwrite((folder / "grey.png").string(), greyOf(page));

    const auto coloured = ScanFile::open(folder / "a.png")->readPage(0);
    const auto grey = ScanFile::open(folder / "grey.png")->readPage(0);

    ASSERT_TRUE(coloured);
    expectChroma(coloured->chroma, page, 2);
    ASSERT_TRUE(grey);
    EXPECT_TRUE(grey->chroma.empty());
}

} // namespace
} // namespace scanstraat::scan
