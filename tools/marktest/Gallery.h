// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Case.h"
#include "ScanSimulator.h"
#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::marktest {

/// Pieces of scans around boxes: samples of every kind of mark, and what was misread.
class Gallery
{
public:
    Gallery();

    /// Keeps what is worth it of one page; `boxes` are the page's.
    void add(const synth::ScannedPage& scan, const form::Page& page, std::span<const BoxCase> boxes);

    /// Writes empty.png, crossed.png, ..., unclear.png and mistakes.png into `folder`. Throws
    /// scanstraat::Error with ExitCode::output.
    void write(const std::filesystem::path& folder) const;

private:
    struct Cut
    {
        cv::Mat pixels; ///< BGR
        std::string caption;
        std::string detail;
    };

    static void writeSheet(const std::filesystem::path& file, std::span<const Cut> cuts);

    std::vector<std::vector<Cut>> samples_; ///< by kind
    std::vector<Cut> wrong_;
    std::vector<Cut> needless_; ///< sent to review though the truth is a clear state
};

/// Share of black in an area of a black and white scan.
[[nodiscard]] double darkShare(const synth::ScannedPage& scan, const RectMm& area);

/// The square of 2.4 sides around a box, `side` pixels wide, as colour.
[[nodiscard]] cv::Mat cutOut(const synth::ScannedPage& scan, const RectMm& box, int side);

} // namespace scanstraat::marktest
