// SPDX-License-Identifier: EUPL-1.2
#include "scan/PdfSource.h"

#include "scan/PdfDrawing.h"
#include "scan/PdfImage.h"

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

Bytes toBytes(const std::shared_ptr<Buffer>& buffer)
{
    return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

PdfPageSize pageSize(QPDFPageObjectHelper& page)
{
    const QPDFObjectHandle::Rectangle box = page.getCropBox(true).getArrayAsRectangle();
    return {std::abs(box.urx - box.llx), std::abs(box.ury - box.lly)};
}

std::string filterName(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray()) {
        return filter.getArrayNItems() == 1 ? filter.getArrayItem(0).getName() : "several";
    }
    return filter.isName() ? filter.getName() : "";
}

int channelsOf(QPDFObjectHandle space)
{
    if (space.isArray() && space.getArrayNItems() == 2 &&
        space.getArrayItem(0).isNameAndEquals("/ICCBased")) {
        return space.getArrayItem(1).getDict().getKey("/N").getIntValueAsInt();
    }
    if (space.isNameAndEquals("/DeviceGray") || space.isNameAndEquals("/CalGray")) {
        return 1;
    }
    return space.isNameAndEquals("/DeviceRGB") ? 3 : 0;
}

bool isPlain(QPDFObjectHandle dictionary)
{
    return dictionary.getKey("/Decode").isNull() && dictionary.getKey("/SMask").isNull() &&
           dictionary.getKey("/Mask").isNull();
}

/// Fills packing and data; false where only a full renderer does it right.
bool lift(QPDFObjectHandle stream, PdfImage& image)
{
    QPDFObjectHandle dictionary = stream.getDict();
    const std::string filter = filterName(dictionary);
    if (!isPlain(dictionary)) {
        return false;
    }
    if (filter == "/DCTDecode") {
        image.packing = PdfPacking::jpeg;
        image.data = toBytes(stream.getRawStreamData());
        return channelsOf(dictionary.getKey("/ColorSpace")) != 4;
    }
    if (filter == "/CCITTFaxDecode") {
        QPDFObjectHandle parameters = dictionary.getKey("/DecodeParms");
        if (parameters.isArray()) {
            parameters = parameters.getArrayItem(0);
        }
        if (!parameters.isDictionary() || !parameters.getKey("/K").isInteger() ||
            parameters.getKey("/K").getIntValue() >= 0) {
            return false;
        }
        QPDFObjectHandle blackIs1 = parameters.getKey("/BlackIs1");
        image.packing = PdfPacking::group4;
        image.zeroIsBlack = !(blackIs1.isBool() && blackIs1.getBoolValue());
        image.data = toBytes(stream.getRawStreamData());
        return true;
    }
    image.bits = dictionary.getKey("/BitsPerComponent").isInteger()
                     ? dictionary.getKey("/BitsPerComponent").getIntValueAsInt()
                     : 0;
    image.channels = channelsOf(dictionary.getKey("/ColorSpace"));
    if ((filter != "/FlateDecode" && filter != "/LZWDecode" && !filter.empty()) ||
        !(image.bits == 8 || (image.bits == 1 && image.channels == 1)) ||
        (image.channels != 1 && image.channels != 3)) {
        return false;
    }
    image.data = toBytes(stream.getStreamData(qpdf_dl_generalized));
    return true;
}

/// The page's only picture when it fills the page, as on a scanned sheet.
std::optional<PdfImage> scannedPicture(QPDFPageObjectHelper& page)
{
    std::vector<QPDFObjectHandle> pictures;
    page.forEachImage(true, [&](QPDFObjectHandle& picture, QPDFObjectHandle&, const std::string&) {
        pictures.push_back(picture);
    });
    if (pictures.size() != 1) {
        return std::nullopt;
    }
    QPDFObjectHandle dictionary = pictures[0].getDict();
    PdfImage image;
    image.width = dictionary.getKey("/Width").getIntValueAsInt();
    image.height = dictionary.getKey("/Height").getIntValueAsInt();
    if (image.width <= 0 || image.height <= 0) {
        return std::nullopt;
    }
    auto [widthPt, heightPt] = pageSize(page);
    if ((image.width > image.height) != (widthPt > heightPt)) {
        std::swap(widthPt, heightPt);
    }
    const double aspect = (image.width / widthPt) / (image.height / heightPt);
    const double dpi = image.width / widthPt * kPointsPerInch;
    if (std::abs(aspect - 1.0) > kAspectTolerance || dpi < kMinScanDpi || !lift(pictures[0], image)) {
        return std::nullopt;
    }
    image.widthPt = widthPt;
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
        std::optional<PdfImage> picture;
        PdfPageSize size;
        try {
            const std::scoped_lock lock(mutex_);
            QPDFPageObjectHelper page = pages_.at(static_cast<std::size_t>(index));
            size = pageSize(page);
            picture = scannedPicture(page);
        } catch (const std::exception&) { // qpdf throws several types on damaged objects
            picture.reset();
        }
        auto raw = picture ? decodePdfImage(*picture, limits_) : drawPdfPage(path_, index, size, limits_);
        if (!raw) {
            return Failure{raw.error()};
        }
        return normalise(std::move(*raw), limits_);
    }

private:
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
