// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/PageRunner.h"

#include <filesystem>
#include <string>

namespace scanstraat::app {

/// Size of the picture of a form page: 4 pixels a millimetre, readable on screen, 100 kB a page.
constexpr double kReportPixelsPerMm = 4.0;
constexpr int kReportWidthPixels = static_cast<int>(kA4WidthMm * kReportPixelsPerMm);
constexpr int kReportHeightPixels = static_cast<int>(kA4HeightMm * kReportPixelsPerMm);

/// Whether writePagePicture writes a picture for the page: not where decoding failed.
[[nodiscard]] bool hasPicture(const reading::PageReading& page);

/// Writes the page as a small JPEG into `folder`: form pages upright and cut to A4, others as scanned.
/// Nothing is written for a page without a picture. Throws scanstraat::Error (ExitCode::output).
void writePagePicture(const PageResult& page, const std::filesystem::path& folder);

/// Writes the signatures, stamps and photos of the page as PNG to RegionCut::file below `folder`. Throws
/// scanstraat::Error (ExitCode::output).
void writeRegions(const PageResult& page, const std::filesystem::path& folder);

/// Makes the folder for debug pictures, with a file that marks it as one: scans in it are still read, debug
/// pictures are not. Throws scanstraat::Error (ExitCode::output).
void createDebugFolder(const std::filesystem::path& folder);

/// Whether createDebugFolder() marked the folder.
[[nodiscard]] bool isDebugFolder(const std::filesystem::path& folder);

/// True for names that writeDebugPictures() and createDebugFolder() give.
[[nodiscard]] bool isDebugFile(const std::string& name);

/// Writes what the stages saw: the scan with the found sheet, adjustment fields and field frames on it,
/// and a cut-out of every field. Throws scanstraat::Error (ExitCode::output).
void writeDebugPictures(const PageResult& page, const form::Page* layout,
                        const std::filesystem::path& folder);

} // namespace scanstraat::app
