// SPDX-License-Identifier: EUPL-1.2
#include "scan/PdfSource.h"

#include "scan/PdfDrawing.h"
#include "scan/PdfLift.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace scanstraat::scan {

namespace {

constexpr double kMinScanDpi = 90.0; ///< a coarser picture is not a scan of the sheet
constexpr double kAspectTolerance = 0.04;

PdfPageSize pageSize(QPDFPageObjectHelper& page)
{
    const QPDFObjectHandle::Rectangle box = page.getCropBox(true).getArrayAsRectangle();
    return {std::abs(box.urx - box.llx), std::abs(box.ury - box.lly)};
}

/// The page's only picture when it fills the page, as on a scanned sheet. Fails by its size.
Result<std::optional<PdfImage>, ScanProblem> scannedPicture(QPDFPageObjectHelper& page,
                                                            const ScanLimits& limits)
{
    std::vector<QPDFObjectHandle> pictures;
    page.forEachImage(true, [&](QPDFObjectHandle& picture, QPDFObjectHandle&, const std::string&) {
        pictures.push_back(picture);
    });
    if (pictures.size() != 1) {
        return std::optional<PdfImage>();
    }
    auto image = liftPdfImage(pictures[0], limits);
    if (!image || !*image) {
        return image;
    }
    auto [widthPt, heightPt] = pageSize(page);
    if (((*image)->width > (*image)->height) != (widthPt > heightPt)) {
        std::swap(widthPt, heightPt);
    }
    const double aspect = ((*image)->width / widthPt) / ((*image)->height / heightPt);
    const double dpi = (*image)->width / widthPt * kPointsPerInch;
    if (std::abs(aspect - 1.0) > kAspectTolerance || dpi < kMinScanDpi) {
        return std::optional<PdfImage>();
    }
    (*image)->widthPt = widthPt;
    return image;
}

class PdfSource : public PageSource
{
public:
    PdfSource(std::filesystem::path path, Bytes file, const ScanLimits& limits)
        : path_(std::move(path)), file_(std::move(file)), limits_(limits)
    {
        pdf_.setSuppressWarnings(true);
        pdf_.processMemoryFile("scan", reinterpret_cast<const char*>(file_.data()), file_.size());
        pages_ = QPDFPageDocumentHelper(pdf_).getAllPages();
    }

    [[nodiscard]] int pageCount() const override { return static_cast<int>(pages_.size()); }

    [[nodiscard]] Result<page::PageImage, ScanProblem> readPage(int index) const override
    {
        PdfPageSize size;
        auto picture = findPicture(index, size);
        if (!picture) {
            return Failure{picture.error()};
        }
        auto raw = *picture ? decodePdfImage(**picture, limits_) : drawPdfPage(path_, index, size, limits_);
        if (!raw) {
            return Failure{raw.error()};
        }
        return normalise(std::move(*raw), limits_);
    }

private:
    /// None where the page has to be drawn; `size` is then that of the page.
    Result<std::optional<PdfImage>, ScanProblem> findPicture(int index, PdfPageSize& size) const
    {
        const std::scoped_lock lock(mutex_);
        try {
            QPDFPageObjectHelper page = pages_.at(static_cast<std::size_t>(index));
            size = pageSize(page);
            return scannedPicture(page, limits_);
        } catch (const std::exception&) { // qpdf throws several types on damaged objects
            return std::optional<PdfImage>();
        }
    }

    std::filesystem::path path_;
    Bytes file_;
    ScanLimits limits_;
    mutable std::mutex mutex_; ///< guards pdf_ and pages_: qpdf is not thread safe
    mutable QPDF pdf_;
    mutable std::vector<QPDFPageObjectHelper> pages_;
};

} // namespace

Result<std::unique_ptr<const PageSource>, ScanProblem> openPdf(const std::filesystem::path& path, Bytes file,
                                                               const ScanLimits& limits)
{
    try {
        auto source = std::make_unique<const PdfSource>(path, std::move(file), limits);
        if (source->pageCount() == 0) {
            return Failure{ScanProblem{ScanProblemCode::noPages, "the PDF holds no page"}};
        }
        return std::unique_ptr<const PageSource>(std::move(source));
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password) {
            return Failure{
                ScanProblem{ScanProblemCode::encrypted,
                            "the PDF is encrypted and asks for a password; have it saved without"}};
        }
        return Failure{ScanProblem{ScanProblemCode::damaged, "the PDF is damaged or cut off (" +
                                                                 error.getMessageDetail() +
                                                                 "); copy or scan it again"}};
    }
}

} // namespace scanstraat::scan
