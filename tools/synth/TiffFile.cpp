// SPDX-License-Identifier: EUPL-1.2
#include "TiffFile.h"

#include "PictureFiles.h"
#include "base/Error.h"

#include <opencv2/imgproc.hpp>
#include <tiffio.h>
#include <tiffio.hxx>

#include <memory>
#include <sstream>

namespace scanstraat::synth {

namespace {

using TiffPointer = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

void setCommonTags(TIFF* tiff, const ScannedPage& page)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(page.pixels.cols));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(page.pixels.rows));
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, page.dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, page.dpi);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
}

bool writeBitonal(TIFF* tiff, const cv::Mat& pixels)
{
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(pixels.rows));
    std::string bits = packedBits(pixels);
    return TIFFWriteEncodedStrip(tiff, 0, bits.data(), static_cast<tmsize_t>(bits.size())) >= 0;
}

bool writeRows(TIFF* tiff, const cv::Mat& pixels)
{
    for (int y = 0; y < pixels.rows; ++y) {
        cv::Mat row = pixels.row(y).clone();
        if (TIFFWriteScanline(tiff, row.ptr(), static_cast<std::uint32_t>(y), 0) < 0) {
            return false;
        }
    }
    return true;
}

bool writeTones(TIFF* tiff, const ScannedPage& page, TiffCompression compression)
{
    const bool colour = page.pixels.channels() == 3;
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, colour ? 3 : 1);
    if (compression == TiffCompression::jpeg) {
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_JPEG);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, colour ? PHOTOMETRIC_YCBCR : PHOTOMETRIC_MINISBLACK);
        TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, page.jpegQuality);
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 256u);
    } else {
        TIFFSetField(tiff, TIFFTAG_COMPRESSION,
                     compression == TiffCompression::lzw ? COMPRESSION_LZW : COMPRESSION_ADOBE_DEFLATE);
        TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, colour ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 64u);
    }
    cv::Mat pixels; // of its own: the page's pixels may be shared
    if (colour) {
        cv::cvtColor(page.pixels, pixels, cv::COLOR_BGR2RGB);
    } else {
        pixels = page.pixels;
    }
    return writeRows(tiff, pixels);
}

} // namespace

void writeTiff(const std::filesystem::path& file, std::span<const ScannedPage> pages,
               TiffCompression compression)
{
    const TiffPointer tiff(TIFFOpen(file.c_str(), "w"), &TIFFClose);
    bool written = static_cast<bool>(tiff);
    for (const ScannedPage& page : pages) {
        if (!written) {
            break;
        }
        setCommonTags(tiff.get(), page);
        written = page.mode == ColourMode::bitonal ? writeBitonal(tiff.get(), page.pixels)
                                                   : writeTones(tiff.get(), page, compression);
        written = written && TIFFWriteDirectory(tiff.get()) == 1;
    }
    if (!written) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
}

std::string toG4(const cv::Mat& blackAndWhite)
{
    std::stringstream stream;
    ScannedPage page;
    page.pixels = blackAndWhite;
    page.mode = ColourMode::bitonal;
    {
        std::ostream& out = stream;
        const TiffPointer tiff(TIFFStreamOpen("memory", &out), &TIFFClose);
        setCommonTags(tiff.get(), page);
        if (!writeBitonal(tiff.get(), blackAndWhite) || TIFFWriteDirectory(tiff.get()) != 1) {
            throw Error("a page cannot be encoded as CCITT G4");
        }
    }
    std::istream& in = stream;
    const TiffPointer tiff(TIFFStreamOpen("memory", &in), &TIFFClose);
    std::string data(static_cast<std::size_t>(TIFFRawStripSize(tiff.get(), 0)), '\0');
    TIFFReadRawStrip(tiff.get(), 0, data.data(), static_cast<tmsize_t>(data.size()));
    return data;
}

} // namespace scanstraat::synth
