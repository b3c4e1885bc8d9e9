// SPDX-License-Identifier: EUPL-1.2
// Scanners write strips of 1-bit, grey or RGB pixels: those go strip by strip straight to grey (whole strips,
// for which libtiff takes its fast inflater). Everything else (tiles, palettes, CMYK, 16 bits, separate
// planes) goes through libtiff's own conversion to RGBA, several times slower.
// The fax and JPEG codecs invent what they cannot decode and only send a message; so any message that comes
// while pixels are decoded refuses the page. What a codec would have to allocate is bounded beforehand.
#include "scan/TiffPage.h"

#include "base/Units.h"
#include "scan/ChromaRows.h"
#include "scan/Turn.h"

#include <opencv2/imgproc.hpp>
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

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
    int complaints = 0; ///< messages of libtiff that speak of lost pixels
};

/// Counts instead of printing. JPEG files of some scanners have bytes between their segments: no harm.
int countComplaint(TIFF* /*tiff*/, void* file, const char* /*module*/, const char* format, va_list arguments)
{
    std::array<char, 512> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    if (std::string_view(text.data()).find("extraneous bytes") == std::string_view::npos) {
        ++static_cast<MemoryFile*>(file)->complaints;
    }
    return 1;
}

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

/// The file without a directory read yet (mode h), so that one broken page does not spoil the others.
TiffPtr openTiff(MemoryFile& file)
{
    const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                               &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), countComplaint, &file);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), countComplaint, &file);
    return TiffPtr(TIFFClientOpenExt("scan", "rh", &file, readBytes, refuseWrite, seekBytes, closeBytes,
                                     sizeOfBytes, mapBytes, unmapBytes, options.get()));
}

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

/// False for what no scanner writes and what would take far more memory than the page has pixels.
bool isModest(TIFF* tiff, const Layout& layout, const ScanLimits& limits)
{
    constexpr std::uint16_t kMostSamples = 5; ///< CMYK and one more
    constexpr std::uint16_t kMostBits = 16;
    constexpr long long kMostBytesPerPixel = 8;
    const tmsize_t part = TIFFIsTiled(tiff) != 0 ? TIFFTileSize(tiff) : TIFFStripSize(tiff);
    return layout.samples >= 1 && layout.samples <= kMostSamples && layout.bits <= kMostBits && part > 0 &&
           part <= kMostBytesPerPixel * limits.maxPixels;
}

bool isGrey(const Layout& layout)
{
    return layout.photometric == PHOTOMETRIC_MINISBLACK || layout.photometric == PHOTOMETRIC_MINISWHITE;
}

bool isPlain(TIFF* tiff, const Layout& layout)
{
    const bool isPlainGrey = isGrey(layout) && layout.samples == 1 && (layout.bits == 1 || layout.bits == 8);
    const bool isColour = layout.photometric == PHOTOMETRIC_RGB && layout.bits == 8 &&
                          (layout.samples == 3 || layout.samples == 4);
    return TIFFIsTiled(tiff) == 0 && layout.planes == PLANARCONFIG_CONTIG && (isPlainGrey || isColour);
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

/// Brings decoded rows to grey; `rows` is the part of the picture that they fill. What has colours gives them
/// to `colours`.
void toGrey(std::uint8_t* from, const Layout& layout, cv::Mat rows, ChromaRows& colours)
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
        colours.add(pixels);
    }
}

/// The picture as stored; without pixels where a strip cannot be decoded.
RawImage readStrips(TIFF* tiff, const Layout& layout)
{
    cv::Mat grey(static_cast<int>(layout.height), static_cast<int>(layout.width), CV_8UC1);
    ChromaRows colours(grey.size());
    std::uint32_t rowsPerStrip = layout.height;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rowsPerStrip);
    rowsPerStrip = std::clamp(rowsPerStrip, 1U, layout.height);
    const std::uint8_t paper = layout.photometric == PHOTOMETRIC_MINISWHITE ? 0x00 : 0xFF;
    std::vector<std::uint8_t> strip(static_cast<std::size_t>(TIFFStripSize(tiff)));
    for (std::uint32_t first = 0; first < layout.height; first += rowsPerStrip) {
        const std::uint32_t rows = std::min(rowsPerStrip, layout.height - first);
        const tmsize_t wanted = TIFFVStripSize(tiff, rows);
        std::ranges::fill(strip, paper); // never the strip before
        const tmsize_t given = TIFFReadEncodedStrip(tiff, TIFFComputeStrip(tiff, first, 0), strip.data(),
                                                    static_cast<tmsize_t>(strip.size()));
        if (wanted <= 0 || given < wanted) {
            return {};
        }
        toGrey(strip.data(), layout, grey.rowRange(static_cast<int>(first), static_cast<int>(first + rows)),
               colours);
    }
    return {grey, colours.take()};
}

/// The picture as stored; without pixels where libtiff cannot convert the page. In bands: four bytes a pixel
/// of the whole page would be too much.
RawImage readAny(TIFF* tiff, const Layout& layout)
{
    constexpr int kBandRows = 512;
    std::array<char, 1024> reason{}; // the size that libtiff demands
    TIFFRGBAImage image{};
    if (TIFFRGBAImageBegin(&image, tiff, 1, reason.data()) == 0) {
        return {};
    }
    const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> guard(&image, &TIFFRGBAImageEnd);
    image.req_orientation = layout.orientation; // as stored
    cv::Mat grey(static_cast<int>(layout.height), static_cast<int>(layout.width), CV_8UC1);
    ChromaRows colours(grey.size());
    cv::Mat band(kBandRows, grey.cols, CV_8UC4);
    for (int first = 0; first < grey.rows; first += kBandRows) {
        const int rows = std::min(kBandRows, grey.rows - first);
        image.row_offset = first;
        if (TIFFRGBAImageGet(&image, band.ptr<std::uint32_t>(), layout.width,
                             static_cast<std::uint32_t>(rows)) == 0) {
            return {};
        }
        cv::cvtColor(band.rowRange(0, rows), grey.rowRange(first, first + rows), cv::COLOR_RGBA2GRAY);
        if (!isGrey(layout)) {
            colours.add(band.rowRange(0, rows));
        }
    }
    return {grey, colours.take()};
}

/// TIFF 6.0, Orientation: where the first row and the first column of the file lie on the sheet.
Turn turnOf(std::uint16_t orientation)
{
    switch (orientation) {
    case ORIENTATION_TOPRIGHT:
        return {false, true, false};
    case ORIENTATION_BOTRIGHT:
        return {false, true, true};
    case ORIENTATION_BOTLEFT:
        return {false, false, true};
    case ORIENTATION_LEFTTOP:
        return {true, false, false};
    case ORIENTATION_RIGHTTOP:
        return {true, true, false};
    case ORIENTATION_RIGHTBOT:
        return {true, true, true};
    case ORIENTATION_LEFTBOT:
        return {true, false, true};
    default:
        return {};
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
    const TiffPtr tiff = openTiff(memory);
    if (!tiff || TIFFSetSubDirectory(tiff.get(), directory) == 0) {
        return Failure{damaged("the TIFF header of this page cannot be read")};
    }
    const Layout layout = layoutOf(tiff.get());
    if (auto problem = checkSize(layout.width, layout.height, limits)) {
        return Failure{*problem};
    }
    if (!isModest(tiff.get(), layout, limits)) {
        return Failure{damaged("this TIFF page states a kind of pixels that no scanner writes")};
    }
    if (!isComplete(tiff.get(), file.size())) {
        return Failure{truncated()};
    }
    memory.complaints = 0; // of unknown tags, up to here
    const bool plain = isPlain(tiff.get(), layout);
    RawImage raw = plain ? readStrips(tiff.get(), layout) : readAny(tiff.get(), layout);
    if (raw.grey.empty() && !plain && memory.complaints == 0) {
        return Failure{damaged("the pixels of this TIFF page cannot be converted to grey")};
    }
    if (raw.grey.empty() || memory.complaints > 0) {
        return Failure{truncated()};
    }
    raw.bitonal = layout.bits == 1 && layout.samples == 1;
    const cv::Point2d dpi = resolutionOf(tiff.get());
    raw.dpiX = dpi.x;
    raw.dpiY = dpi.y;
    turn(raw, turnOf(layout.orientation));
    return raw;
}

} // namespace scanstraat::scan
