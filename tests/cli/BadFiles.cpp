// SPDX-License-Identifier: EUPL-1.2
#include "BadFiles.h"

#include "Program.h"
#include "Scans.h"
#include "support/TemporaryFolder.h"

#include <stdexcept>

namespace scanstraat::test {

namespace {

namespace fs = std::filesystem;

void makeEmpty(const fs::path& path)
{
    writeBytes(path, "");
}

void makeText(const fs::path& path)
{
    writeBytes(path, "Beste collega,\nde scan volgt morgen.\n");
}

/// The first half of a good scan.
void makeTruncated(const fs::path& path)
{
    const std::string whole = readBytes(goodScan());
    writeBytes(path, whole.substr(0, whole.size() / 2));
}

void printForm(const fs::path& path)
{
    const Outcome outcome = scanstraat({"template", "print", "7101", "--out", path});
    if (outcome.code != 0) {
        throw std::runtime_error("no form to break: " + outcome.err);
    }
}

void makeTruncatedPdf(const fs::path& path)
{
    printForm(path);
    fs::resize_file(path, fs::file_size(path) / 2);
}

void makeEncrypted(const fs::path& path)
{
    const fs::path open = path.string() + ".open";
    printForm(open);
    const Outcome outcome = runProgram({"qpdf", "--encrypt", "geheim", "eigenaar", "256", "--", open, path});
    fs::remove(open);
    if (outcome.code != 0) {
        throw std::runtime_error("qpdf: " + outcome.err);
    }
}

/// Some kilobytes in the file, 1.6 GB as grey pixels.
void makeHuge(const fs::path& path)
{
    writeWhiteScan(path, 40'000, 40'000);
}

void makeTiny(const fs::path& path)
{
    writeWhiteScan(path, 3, 1);
}

} // namespace

const std::vector<BadFile>& badFiles()
{
    static const std::vector<BadFile> all{
        {"AnEmptyTiff", "leeg.tif", "empty", makeEmpty},
        {"AnEmptyPdf", "leeg.pdf", "empty", makeEmpty},
        {"ATruncatedTiff", "afgebroken.tif", "damaged|truncated|cut off|ends", makeTruncated},
        {"ATruncatedPdf", "afgebroken.pdf", "damaged|truncated|cut off|ends", makeTruncatedPdf},
        {"ATextFileNamedTif", "brief.tif", "neither TIFF, PDF, PNG nor JPEG", makeText},
        {"AnEncryptedPdf", "geheim.pdf", "password|encrypted", makeEncrypted},
        {"APictureOf40000By40000Pixels", "reus.tif", "too large|40000", makeHuge},
        {"APictureOfThreePixels", "stip.tif", "3 x 1 pixels", makeTiny}};
    return all;
}

} // namespace scanstraat::test
