// SPDX-License-Identifier: EUPL-1.2
// libtiff ends its walk over the pages in the same way at the last page and at a broken link, so the
// chain of directories is walked here: a file that was cut off is told from one that ends.
#include "scan/TiffSource.h"

#include "scan/TiffPage.h"

#include <set>

namespace scanstraat::scan {

namespace {

/// Reads numbers of a TIFF file in its byte order; throws std::out_of_range behind the end.
class TiffBytes
{
public:
    explicit TiffBytes(std::span<const std::uint8_t> file)
        : file_(file), littleEndian_(file[0] == 'I'), big_(number(2, 2) == 43)
    {
    }

    [[nodiscard]] std::uint64_t number(std::uint64_t at, int bytes) const
    {
        if (at > file_.size() || file_.size() - at < static_cast<std::size_t>(bytes)) {
            throw std::out_of_range("behind the end of the file");
        }
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i) {
            const int shift = 8 * (littleEndian_ ? i : bytes - 1 - i);
            value |= static_cast<std::uint64_t>(file_[at + static_cast<std::uint64_t>(i)]) << shift;
        }
        return value;
    }

    [[nodiscard]] std::uint64_t firstDirectory() const { return big_ ? number(8, 8) : number(4, 4); }

    [[nodiscard]] std::uint64_t nextDirectory(std::uint64_t directory) const
    {
        const std::uint64_t entries = number(directory, big_ ? 8 : 2);
        if (entries > 4096) {
            throw std::out_of_range("a directory with too many entries");
        }
        return big_ ? number(directory + 8 + entries * 20, 8) : number(directory + 2 + entries * 12, 4);
    }

private:
    std::span<const std::uint8_t> file_;
    bool littleEndian_;
    bool big_;
};

/// Where the directory of each page stands. Throws std::out_of_range where a link leads behind the end or in
/// a circle.
std::vector<std::uint64_t> findPages(std::span<const std::uint8_t> file)
{
    const TiffBytes tiff(file);
    std::vector<std::uint64_t> pages;
    std::set<std::uint64_t> seen;
    for (std::uint64_t at = tiff.firstDirectory(); at != 0; at = tiff.nextDirectory(at)) {
        if (!seen.insert(at).second) {
            throw std::out_of_range("the pages form a circle");
        }
        pages.push_back(at);
    }
    return pages;
}

class TiffSource : public PageSource
{
public:
    TiffSource(Bytes file, std::vector<std::uint64_t> pages, const ScanLimits& limits)
        : file_(std::move(file)), pages_(std::move(pages)), limits_(limits)
    {
    }

    [[nodiscard]] int pageCount() const override { return static_cast<int>(pages_.size()); }

    [[nodiscard]] Result<page::PageImage, ScanProblem> readPage(int index) const override
    {
        auto raw = decodeTiffPage(file_, pages_.at(static_cast<std::size_t>(index)), limits_);
        if (!raw) {
            return Failure{raw.error()};
        }
        return normalise(std::move(*raw), limits_);
    }

private:
    Bytes file_;
    std::vector<std::uint64_t> pages_; ///< offsets of their directories
    ScanLimits limits_;
};

} // namespace

Result<std::unique_ptr<const PageSource>, ScanProblem> openTiff(Bytes file, const ScanLimits& limits)
{
    try {
        std::vector<std::uint64_t> pages = findPages(file);
        if (pages.empty()) {
            return Failure{ScanProblem{ScanProblemCode::noPages, "the TIFF file holds no page"}};
        }
        return std::unique_ptr<const PageSource>(
            std::make_unique<TiffSource>(std::move(file), std::move(pages), limits));
    } catch (const std::out_of_range&) {
        return Failure{ScanProblem{ScanProblemCode::truncated,
                                   "the TIFF file is cut off: its list of pages leads behind its end; "
                                   "copy or scan it again"}};
    }
}

} // namespace scanstraat::scan
