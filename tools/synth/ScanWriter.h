// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ScanSimulator.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::synth {

enum class FileFormat { tiff, pdf, jpeg, png };

/// How TIFF pages are compressed; black and white pages are always CCITT G4.
enum class TiffCompression { lzw, deflate, jpeg };

/// Writes the pages of one application below a folder. `add` in order, then `finish`. A page's place is
/// returned by `add`. Throws scanstraat::Error with ExitCode::output when writing fails.
class ScanWriter
{
public:
    /// Where a page was put: file name and position in it, from 1.
    struct Place
    {
        std::string file;
        int page = 1;
    };

    ScanWriter(std::filesystem::path folder, std::string name, FileFormat format,
               TiffCompression compression);

    Place add(const ScannedPage& page);

    /// Completes a file of several pages. Nothing to do for JPEG and PNG.
    void finish();

private:
    std::filesystem::path folder_;
    std::string name_;
    FileFormat format_;
    TiffCompression compression_;
    std::vector<ScannedPage> pages_; ///< of a file of several pages, compressed by finish()
    int count_ = 0;
};

} // namespace scanstraat::synth
