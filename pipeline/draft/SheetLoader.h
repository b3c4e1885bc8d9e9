// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Sheet.h"
#include "page/PageImage.h"
#include "scan/ScanFile.h"

#include <filesystem>
#include <optional>
#include <string>

namespace scanstraat::draft {

/// One page of the file; without a sheet where it cannot be used.
struct LoadedPage
{
    int number = 1; ///< in the file, from 1
    std::optional<Sheet> sheet;
    std::string note; ///< what was done to it, or why it was left out; empty: nothing to say
};

/// A blank form as it came from somebody: vector PDF or clean scan (TIFF, PNG, JPEG, PDF).
class BlankFile
{
public:
    /// Throws scanstraat::Error with ExitCode::noInput that names file, cause and cure.
    explicit BlankFile(std::filesystem::path file);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] bool isPdf() const { return isPdf_; }
    [[nodiscard]] int pageCount() const { return scan_.pageCount(); }

    /// Page `index` (from 0). A page that cannot be read or is not about A4 comes without a sheet.
    [[nodiscard]] LoadedPage load(int index) const;

private:
    std::filesystem::path path_;
    scan::ScanFile scan_; ///< opened first: it refuses what is no file
    bool isPdf_ = false;
};

/// The page straight and on A4; `note` of the result says what was done or why there is no sheet.
[[nodiscard]] LoadedPage toSheet(const page::PageImage& image, int number);

} // namespace scanstraat::draft
