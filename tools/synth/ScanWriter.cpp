// SPDX-License-Identifier: EUPL-1.2
#include "ScanWriter.h"

#include "PdfFile.h"
#include "PictureFiles.h"
#include "TiffFile.h"
#include "base/Error.h"

#include <cstdio>
#include <fstream>

namespace scanstraat::synth {

namespace {

void writeFile(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
        throw Error(file.string() + ": cannot be written", ExitCode::output);
    }
}

} // namespace

ScanWriter::ScanWriter(std::filesystem::path folder, std::string name, FileFormat format,
                       TiffCompression compression)
    : folder_(std::move(folder)), name_(std::move(name)), format_(format), compression_(compression)
{
}

ScanWriter::Place ScanWriter::add(const ScannedPage& page)
{
    ++count_;
    if (format_ == FileFormat::tiff || format_ == FileFormat::pdf) {
        pages_.push_back(page);
        return {name_ + (format_ == FileFormat::tiff ? ".tif" : ".pdf"), count_};
    }
    char number[16] = {};
    std::snprintf(number, sizeof number, "-p%02d", count_);
    const bool png = format_ == FileFormat::png;
    const std::string file = name_ + number + (png ? ".png" : ".jpg");
    writeFile(folder_ / file, png ? toPng(page) : toJpeg(page));
    return {file, 1};
}

void ScanWriter::finish()
{
    if (pages_.empty()) {
        return;
    }
    if (format_ == FileFormat::tiff) {
        writeTiff(folder_ / (name_ + ".tif"), pages_, compression_);
    } else {
        writePdf(folder_ / (name_ + ".pdf"), pages_, compression_ == TiffCompression::deflate);
    }
    pages_.clear();
}

} // namespace scanstraat::synth
