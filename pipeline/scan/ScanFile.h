// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/Result.h"
#include "page/PageImage.h"

#include <filesystem>
#include <memory>
#include <string>

namespace scanstraat::scan {

/// Why a file or one of its pages cannot be read. Stable names: they stand in records and reports.
enum class ScanProblemCode {
    cannotOpen,
    empty,
    notAScan,
    truncated,
    damaged,
    encrypted,
    tooLarge,
    noPages,
    helperMissing
};
constexpr std::size_t kScanProblemCodes = 9;

struct ScanProblem
{
    ScanProblemCode code = ScanProblemCode::damaged;
    std::string message; ///< names the cause and the cure; the caller adds the file
};

[[nodiscard]] std::string toString(ScanProblemCode code);

struct ScanLimits
{
    /// Largest page, in pixels. A3 at 600 dpi has 70 million.
    long long maxPixels = 100'000'000;
    /// Finer scans are halved until they are below this: nothing on a form needs more.
    double maxDpi = 420.0;
};

/// The pages of one format; implementations are thread safe.
class PageSource
{
public:
    virtual ~PageSource() = default;
    [[nodiscard]] virtual int pageCount() const = 0;
    /// `index` counts from 0.
    [[nodiscard]] virtual Result<page::PageImage, ScanProblem> readPage(int index) const = 0;
};

/// One scanned file: multi-page TIFF (all compressions of libtiff), PDF with scanned images, PNG or
/// JPEG, told apart by content, never by name. Thread safe.
class ScanFile
{
public:
    /// Reads and checks the file as a whole; pages are decoded by readPage.
    static Result<ScanFile, ScanProblem> open(const std::filesystem::path& path, ScanLimits limits = {});

    [[nodiscard]] int pageCount() const { return source_->pageCount(); }
    [[nodiscard]] const std::string& sha256() const { return sha256_; }

    /// Decodes page `index` (from 0) to grey and, of a colour file, chroma. A page with an absent or
    /// impossible dpi tag is taken for A4; a scan with different dpi in x and y (fax) is stretched to the
    /// finer one.
    [[nodiscard]] Result<page::PageImage, ScanProblem> readPage(int index) const;

private:
    ScanFile(std::unique_ptr<const PageSource> source, std::string sha256)
        : source_(std::move(source)), sha256_(std::move(sha256))
    {
    }

    std::unique_ptr<const PageSource> source_;
    std::string sha256_;
};

/// True for file names that a folder of scans may hold (tif, tiff, pdf, png, jpg, jpeg; any case).
[[nodiscard]] bool hasScanExtension(const std::filesystem::path& path);

} // namespace scanstraat::scan
