// SPDX-License-Identifier: EUPL-1.2
#include "scan/PdfSource.h"

#include "scan/PdfDrawing.h"
#include "scan/pdf/PdfContent.h"
#include "scan/pdf/PdfLift.h"

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
    const QPDFObjectHandle::Rectangle box = visibleBox(page);
    return {box.urx - box.llx, box.ury - box.lly};
}

/// Square pixels, fine enough for a sheet.
bool isScan(const PdfImage& image, const PlacedPicture& placed)
{
    const double perPointX = image.width / placed.widthPt;
    const double perPointY = image.height / placed.heightPt;
    return std::abs(perPointX / perPointY - 1.0) <= kAspectTolerance &&
           perPointX * kPointsPerInch >= kMinScanDpi;
}

/// The pixels of a scanned sheet, to be turned so that they lie like the page as seen (/Rotate). None
/// for any other page; fails by the size that the picture states.
Result<std::optional<PdfImage>, ScanProblem> scannedPicture(QPDFPageObjectHelper& page,
                                                            const ScanLimits& limits)
{
    const auto placed = onlyPicture(page);
    if (!placed) {
        return std::optional<PdfImage>();
    }
    auto lifted = liftPdfImage(placed->stream, limits);
    if (!lifted || !*lifted) {
        return lifted;
    }
    PdfImage& image = **lifted;
    image.widthPt = placed->widthPt;
    image.quarterTurns = placed->quarterTurns;
    return isScan(image, *placed) ? std::move(lifted) : std::optional<PdfImage>();
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
        page::PageImage image = normalise(std::move(*raw), limits_);
        image.isDrawn = !*picture;
        return image;
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

ScanProblem damaged(const std::string& detail)
{
    return {ScanProblemCode::damaged,
            "the PDF is damaged or cut off (" + detail + "); copy or scan it again"};
}

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
        return Failure{damaged(error.getMessageDetail())};
    } catch (const std::exception& error) { // qpdf throws several types on damaged objects
        return Failure{damaged(error.what())};
    }
}

} // namespace scanstraat::scan
