// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "BedMap.h"
#include "Paper.h"
#include "ScanSettings.h"
#include "ScanWriter.h"
#include "base/Units.h"

#include <cmath>
#include <vector>

namespace scanstraat::battery {

/// A sheet and how it lies in the scanner's window.
struct LyingSheet
{
    Paper paper;
    cv::Matx33d toWindow = cv::Matx33d::eye(); ///< millimetres to millimetres
    Bend bend{};
};

/// Light that falls off: the share that is lost at the far end, seen along `degrees` (0: to the right).
struct Light
{
    double loss = 0.0;
    double degrees = 0.0;
};

struct Scanner
{
    double dpiX = 300.0;
    double dpiY = 300.0;
    synth::ColourMode mode = synth::ColourMode::grey;
    double threshold = 150.0; ///< bitonal: darker is black
    double paperTone = 246.0;
    double paperBlue = 0.97; ///< share of blue in a colour scan's paper
    double bedTone = 250.0;  ///< grey level of what lies behind the sheet
    double blurMm = 0.05;
    double exposure = 1.0;   ///< grey levels are multiplied by it
    double contrast = 1.0;   ///< share of the difference between paper and ink that is left
    double noise = 1.5;      ///< deviation in grey levels
    double lostPixels = 0.0; ///< share of pixels that are black or white by a fault of the line
    Light light;
    int quarterTurns = 0; ///< clockwise turns of the finished picture
};

/// The file that the scan is put into.
struct FileForm
{
    synth::FileFormat format = synth::FileFormat::tiff;
    synth::TiffCompression compression = synth::TiffCompression::lzw;
    int jpegQuality = 85;
    double tagFactor = 1.0; ///< written resolution over the true one; 0: none is written
};

/// All that decides what one scan looks like.
struct Scene
{
    std::vector<LyingSheet> sheets; ///< the lowest first: the page in question
    cv::Size2d window{kA4WidthMm, kA4HeightMm};
    Scanner scanner;
    FileForm file;
    bool mustBeRefused = false; ///< nobody can read that page as a whole

    [[nodiscard]] LyingSheet& page() { return sheets.front(); }
    [[nodiscard]] const LyingSheet& page() const { return sheets.front(); }

    /// Marks of the page that nothing touched and that lie wholly inside the window, under no other sheet.
    [[nodiscard]] int intactMarks() const;
};

} // namespace scanstraat::battery
