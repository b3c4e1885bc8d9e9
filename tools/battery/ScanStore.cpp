// SPDX-License-Identifier: EUPL-1.2
//
// The writers of scanstraat-synth know one resolution for both directions. TIFF files get their tags put
// right afterwards; PNG and JPEG files without a resolution come from OpenCV, which writes none.
#include "ScanStore.h"

#include "PictureFiles.h"
#include "TiffFile.h"
#include "base/Error.h"

#include <opencv2/imgcodecs.hpp>
#include <tiffio.h>

#include <array>
#include <fstream>
#include <memory>

namespace scanstraat::battery {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw Error(file.string() + ": cannot be written", ExitCode::output);
}

void putTagsRight(const std::filesystem::path& file, double dpiX, double dpiY)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(TIFFOpen(file.c_str(), "r+"), &TIFFClose);
    if (!tiff) {
        fail(file);
    }
    if (dpiX <= 0) {
        TIFFUnsetField(tiff.get(), TIFFTAG_XRESOLUTION);
        TIFFUnsetField(tiff.get(), TIFFTAG_YRESOLUTION);
        TIFFUnsetField(tiff.get(), TIFFTAG_RESOLUTIONUNIT);
    } else {
        TIFFSetField(tiff.get(), TIFFTAG_XRESOLUTION, dpiX);
        TIFFSetField(tiff.get(), TIFFTAG_YRESOLUTION, dpiY);
    }
    if (TIFFRewriteDirectory(tiff.get()) != 1) {
        fail(file);
    }
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
        fail(file);
    }
}

void writePicture(const std::filesystem::path& file, const synth::ScannedPage& page, bool png)
{
    if (page.dpi > 0) {
        writeBytes(file, png ? synth::toPng(page) : synth::toJpeg(page));
    } else if (!cv::imwrite(file.string(), page.pixels,
                            png ? std::vector<int>{}
                                : std::vector<int>{cv::IMWRITE_JPEG_QUALITY, page.jpegQuality})) {
        fail(file);
    }
}

} // namespace

std::filesystem::path storeScan(const std::filesystem::path& folder, const std::string& name,
                                const Scan& scan, const Scene& scene)
{
    const Scanner& scanner = scene.scanner;
    const bool square = scanner.dpiX == scanner.dpiY;
    const bool sideways = (scanner.quarterTurns & 1) != 0;
    const double tagX = scene.file.tagFactor * (sideways ? scanner.dpiY : scanner.dpiX);
    const double tagY = scene.file.tagFactor * (sideways ? scanner.dpiX : scanner.dpiY);
    synth::ScannedPage page{scan.pixels, tagX, scanner.mode, scene.file.jpegQuality, {}};
    if (scene.file.format == synth::FileFormat::tiff || !square) {
        const std::filesystem::path file = folder / (name + ".tif");
        synth::writeTiff(file, std::span(&page, 1), scene.file.compression);
        if (!square || tagX <= 0) {
            putTagsRight(file, tagX, tagY);
        }
        return file;
    }
    const bool png =
        scene.file.format == synth::FileFormat::png || scanner.mode == synth::ColourMode::bitonal;
    const std::filesystem::path file = folder / (name + (png ? ".png" : ".jpg"));
    writePicture(file, page, png);
    return file;
}

} // namespace scanstraat::battery
