// SPDX-License-Identifier: EUPL-1.2
#include "Scans.h"

#include "Program.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <tiffio.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace scanstraat::test {

namespace fs = std::filesystem;

fs::path goodScans()
{
    if (const char* made = std::getenv("SCANSTRAAT_TEST_SCANS")) { // by ctest, once for all tests
        return fs::path(made) / "scans";
    }
    static const TemporaryFolder folder;
    static const Outcome outcome =
        runProgram({SCANSTRAAT_SYNTH_PROGRAM, "--out", folder / "set", "--form", "6009", "--pages", "6",
                    "--count", "1", "--seed", "7", "--difficulty", "easy"});
    if (outcome.code != 0) {
        throw std::runtime_error("no scans to test with: " + outcome.err);
    }
    return folder / "set/scans";
}

fs::path goodScan()
{
    return goodScans() / "app-0001.tif";
}

void writeWhiteScan(const fs::path& path, std::uint32_t width, std::uint32_t height)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(TIFFOpen(path.c_str(), "w"), &TIFFClose);
    if (!tiff) {
        throw std::runtime_error(path.string() + " cannot be written");
    }
    TIFFSetField(tiff.get(), TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff.get(), TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff.get(), TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff.get(), TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff.get(), TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff.get(), TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff.get(), TIFFTAG_ROWSPERSTRIP, height);
    TIFFSetField(tiff.get(), TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(tiff.get(), TIFFTAG_XRESOLUTION, 300.0);
    TIFFSetField(tiff.get(), TIFFTAG_YRESOLUTION, 300.0);
    std::vector<std::uint8_t> row((width + 7) / 8);
    for (std::uint32_t y = 0; y < height; ++y) {
        TIFFWriteScanline(tiff.get(), row.data(), y, 0);
    }
}

std::map<std::string, std::string> filesIn(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    if (fs::exists(folder)) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                files[entry.path().lexically_relative(folder).string()] = readBytes(entry.path());
            }
        }
    }
    return files;
}

nlohmann::json readJson(const fs::path& file)
{
    return nlohmann::json::parse(readBytes(file));
}

std::size_t pagesInRecords(const fs::path& output)
{
    std::size_t pages = 0;
    for (const auto& entry : fs::directory_iterator(output / "records")) {
        pages += readJson(entry.path()).at("pages").size();
    }
    return pages;
}

void expectNothingHalfWritten(const fs::path& output)
{
    if (!fs::exists(output)) {
        return;
    }
    for (const auto& entry : fs::recursive_directory_iterator(output)) {
        const std::string name = entry.path().filename().string();
        EXPECT_FALSE(name.starts_with('.')) << entry.path();
        EXPECT_NE(entry.path().extension(), ".partial") << entry.path();
    }
}

} // namespace scanstraat::test
