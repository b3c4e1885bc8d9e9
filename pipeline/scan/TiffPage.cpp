// SPDX-License-Identifier: EUPL-1.2
// Scanners write strips of 1-bit, grey or RGB pixels: those go strip by strip straight to grey (whole strips,
// for which libtiff takes its fast inflater). Everything else (tiles, palettes, CMYK, 16 bits, separate
// planes) goes through libtiff's own conversion to RGBA, several times slower.
#include "scan/TiffPage.h"

#include "base/Units.h"

#include <opencv2/imgproc.hpp>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace scanstraat::scan {

namespace {

ScanProblem truncated()
{
    return {ScanProblemCode::truncated,
            "the pixels of this TIFF page are cut off or damaged; copy or scan it again"};
}

ScanProblem damaged(const std::string& what)
{
    return {ScanProblemCode::damaged, what + "; scan the sheet again or convert the file"};
}

/// What libtiff calls back for a file in memory. It maps the whole file, so it never reads or seeks far.
struct MemoryFile
{
    std::span<const std::uint8_t> bytes;
    toff_t at = 0;
};

tmsize_t readBytes(thandle_t handle, void* to, tmsize_t count)
{
    auto& file = *static_cast<MemoryFile*>(handle);
    if (file.at >= file.bytes.size()) {
        return 0;
    }
    const auto rest = static_cast<tmsize_t>(file.bytes.size() - file.at);
    const tmsize_t given = std::min(count, rest);
    std::memcpy(to, file.bytes.data() + file.at, static_cast<std::size_t>(given));
    file.at += static_cast<toff_t>(given);
    return given;
}

tmsize_t refuseWrite(thandle_t /*handle*/, void* /*from*/, tmsize_t /*count*/)
{
    return -1;
}

toff_t seekBytes(thandle_t handle, toff_t offset, int whence)
{
    auto& file = *static_cast<MemoryFile*>(handle);
    const toff_t base = whence == SEEK_CUR ? file.at : whence == SEEK_END ? file.bytes.size() : 0;
    file.at = base + offset;
    return file.at;
}

int closeBytes(thandle_t /*handle*/)
{
    return 0;
}

toff_t sizeOfBytes(thandle_t handle)
{
    return static_cast<MemoryFile*>(handle)->bytes.size();
}

int mapBytes(thandle_t handle, void** base, toff_t* size)
{
    auto& file = *static_cast<MemoryFile*>(handle);
    *base = const_cast<std::uint8_t*>(file.bytes.data()); // libtiff opens it read only
    *size = file.bytes.size();
    return 1;
}

void unmapBytes(thandle_t /*handle*/, void* /*base*/, toff_t /*size*/) {}

struct TiffCloser
{
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffPtr = std::unique_ptr<TIFF, TiffCloser>;

struct Layout
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t photometric = PHOTOMETRIC_MINISWHITE;
    std::uint16_t planes = PLANARCONFIG_CONTIG;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
};

Layout layoutOf(TIFF* tiff)
{
    Layout layout;
    std::uint16_t compression = COMPRESSION_NONE;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &layout.bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &layout.samples);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &layout.photometric);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &layout.planes);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &layout.orientation);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &compression);
    if (compression == COMPRESSION_JPEG && layout.photometric == PHOTOMETRIC_YCBCR) {
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        layout.photometric = PHOTOMETRIC_RGB;
    }
    return layout;
}

/// True when every strip or tile lies in the file: the codecs fill up what is missing without a word.
bool isComplete(TIFF* tiff, std::size_t fileSize)
{
    const std::uint32_t parts = TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
    for (std::uint32_t part = 0; part < parts; ++part) {
        const std::uint64_t offset = TIFFGetStrileOffset(tiff, part);
        const std::uint64_t size = TIFFGetStrileByteCount(tiff, part);
        if (offset > fileSize || size > fileSize - offset) {
            return false;
        }
    }
    return parts > 0;
}

bool isPlain(TIFF* tiff, const Layout& layout)
{
    const bool isGrey =
        layout.photometric == PHOTOMETRIC_MINISBLACK || layout.photometric == PHOTOMETRIC_MINISWHITE;
    const bool isColour = layout.photometric == PHOTOMETRIC_RGB && layout.bits == 8 &&
                          (layout.samples == 3 || layout.samples == 4);
    return TIFFIsTiled(tiff) == 0 && layout.planes == PLANARCONFIG_CONTIG &&
           (isColour || (isGrey && layout.samples == 1 && (layout.bits == 1 || layout.bits == 8)));
}

/// For each byte of eight pixels their grey values.
using BitTable = std::array<std::array<uchar, 8>, 256>;

BitTable makeBitTable(bool oneIsWhite)
{
    BitTable table{};
    for (unsigned value = 0; value < table.size(); ++value) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            const bool one = ((value >> (7 - bit)) & 1U) != 0;
            table.at(value).at(bit) = one == oneIsWhite ? 255 : 0;
        }
    }
    return table;
}

void unpackBits(const std::uint8_t* from, cv::Mat& rows, bool oneIsWhite)
{
    static const BitTable kWhiteOnes = makeBitTable(true);
    static const BitTable kBlackOnes = makeBitTable(false);
    const BitTable& table = oneIsWhite ? kWhiteOnes : kBlackOnes;
    const int bytes = (rows.cols + 7) / 8;
    for (int y = 0; y < rows.rows; ++y, from += bytes) {
        uchar* to = rows.ptr<uchar>(y);
        for (int x = 0; x < rows.cols; x += 8) {
            std::memcpy(to + x, table[from[x / 8]].data(),
                        static_cast<std::size_t>(std::min(8, rows.cols - x)));
        }
    }
}

/// Brings decoded rows to grey; `rows` is the part of the picture that they fill.
void toGrey(std::uint8_t* from, const Layout& layout, cv::Mat rows)
{
    if (layout.bits == 1) {
        unpackBits(from, rows, layout.photometric == PHOTOMETRIC_MINISBLACK);
        return;
    }
    const cv::Mat pixels(rows.size(), CV_8UC(layout.samples), from);
    if (layout.photometric == PHOTOMETRIC_MINISBLACK) {
        pixels.copyTo(rows);
    } else if (layout.photometric == PHOTOMETRIC_MINISWHITE) {
        cv::bitwise_not(pixels, rows);
    } else {
        cv::cvtColor(pixels, rows, layout.samples == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
    }
}

/// Empty where a strip cannot be decoded.
cv::Mat readStrips(TIFF* tiff, const Layout& layout)
{
    cv::Mat grey(static_cast<int>(layout.height), static_cast<int>(layout.width), CV_8UC1);
    std::uint32_t rowsPerStrip = layout.height;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rowsPerStrip);
    rowsPerStrip = std::clamp(rowsPerStrip, 1U, layout.height);
    std::vector<std::uint8_t> strip(static_cast<std::size_t>(TIFFStripSize(tiff)));
    for (std::uint32_t first = 0; first < layout.height; first += rowsPerStrip) {
        const std::uint32_t rows = std::min(rowsPerStrip, layout.height - first);
        const tmsize_t wanted = TIFFVStripSize(tiff, rows);
        const tmsize_t given = TIFFReadEncodedStrip(tiff, TIFFComputeStrip(tiff, first, 0), strip.data(),
                                                    static_cast<tmsize_t>(strip.size()));
        if (wanted <= 0 || given < wanted) {
            return {};
        }
        toGrey(strip.data(), layout, grey.rowRange(static_cast<int>(first), static_cast<int>(first + rows)));
    }
    return grey;
}

/// Empty where libtiff cannot convert the page.
cv::Mat readAny(TIFF* tiff, const Layout& layout)
{
    cv::Mat rgba(static_cast<int>(layout.height), static_cast<int>(layout.width), CV_8UC4);
    const int done = TIFFReadRGBAImageOriented(tiff, layout.width, layout.height, rgba.ptr<std::uint32_t>(),
                                               layout.orientation, 1);
    cv::Mat grey;
    if (done != 0) {
        cv::cvtColor(rgba, grey, cv::COLOR_RGBA2GRAY);
    }
    return grey;
}

/// TIFF 6.0, Orientation: where the first row and the first column of the file lie on the sheet.
cv::Mat turned(const cv::Mat& stored, std::uint16_t orientation)
{
    constexpr int kBoth = -1;
    constexpr int kUpDown = 0;
    constexpr int kLeftRight = 1;
    const bool swapsAxes = orientation >= ORIENTATION_LEFTTOP && orientation <= ORIENTATION_LEFTBOT;
    cv::Mat image = stored;
    if (swapsAxes) {
        cv::transpose(stored, image);
    }
    cv::Mat result;
    switch (orientation) {
    case ORIENTATION_TOPRIGHT:
    case ORIENTATION_RIGHTTOP:
        cv::flip(image, result, kLeftRight);
        return result;
    case ORIENTATION_BOTRIGHT:
    case ORIENTATION_RIGHTBOT:
        cv::flip(image, result, kBoth);
        return result;
    case ORIENTATION_BOTLEFT:
    case ORIENTATION_LEFTBOT:
        cv::flip(image, result, kUpDown);
        return result;
    default:
        return image;
    }
}

/// Dots per inch of the stored rows and columns; 0 where the file states none.
cv::Point2d resolutionOf(TIFF* tiff)
{
    float x = 0.0F;
    float y = 0.0F;
    std::uint16_t unit = RESUNIT_INCH;
    TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x);
    TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (unit == RESUNIT_NONE) {
        return {0.0, 0.0};
    }
    const double perInch = unit == RESUNIT_CENTIMETER ? kMillimetresPerInch / 10.0 : 1.0;
    return {x * perInch, y * perInch};
}

} // namespace

Result<RawImage, ScanProblem> decodeTiffPage(std::span<const std::uint8_t> file, std::uint64_t directory,
                                             const ScanLimits& limits)
{
    MemoryFile memory{file};
    const TiffPtr tiff(TIFFClientOpen("scan", "r", &memory, readBytes, refuseWrite, seekBytes, closeBytes,
                                      sizeOfBytes, mapBytes, unmapBytes));
    if (!tiff || TIFFSetSubDirectory(tiff.get(), directory) == 0) {
        return Failure{damaged("the TIFF header of this page cannot be read")};
    }
    const Layout layout = layoutOf(tiff.get());
    if (auto problem = checkSize(layout.width, layout.height, limits)) {
        return Failure{*problem};
    }
    if (!isComplete(tiff.get(), file.size())) {
        return Failure{truncated()};
    }
    const bool plain = isPlain(tiff.get(), layout);
    const cv::Mat stored = plain ? readStrips(tiff.get(), layout) : readAny(tiff.get(), layout);
    if (stored.empty()) {
        return Failure{plain ? truncated()
                             : damaged("the pixels of this TIFF page cannot be converted to grey")};
    }
    RawImage raw;
    raw.grey = turned(stored, layout.orientation);
    raw.bitonal = layout.bits == 1 && layout.samples == 1;
    const cv::Point2d dpi = resolutionOf(tiff.get());
    const bool swapped = layout.orientation >= ORIENTATION_LEFTTOP;
    raw.dpiX = swapped ? dpi.y : dpi.x;
    raw.dpiY = swapped ? dpi.x : dpi.y;
    return raw;
}

} // namespace scanstraat::scan
