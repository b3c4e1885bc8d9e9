// SPDX-License-Identifier: EUPL-1.2
#include "PdfFile.h"

#include "PictureFiles.h"
#include "TiffFile.h"
#include "base/Error.h"
#include "base/Units.h"

#include <opencv2/imgproc.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <locale>
#include <sstream>

namespace scanstraat::synth {

namespace {

std::string rawPixels(const cv::Mat& pixels)
{
    cv::Mat rgb = pixels;
    if (pixels.channels() == 3) {
        cv::cvtColor(pixels, rgb, cv::COLOR_BGR2RGB);
    }
    const cv::Mat whole = rgb.isContinuous() ? rgb : rgb.clone();
    return {reinterpret_cast<const char*>(whole.ptr()), whole.total() * whole.elemSize()};
}

std::string number(double value)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(8);
    text << value;
    return text.str();
}

/// The picture of a page as a PDF object.
QPDFObjectHandle pictureObject(QPDF& pdf, const ScannedPage& page, bool lossless)
{
    const bool bitonal = page.mode == ColourMode::bitonal;
    const std::string size =
        "/Width " + std::to_string(page.pixels.cols) + " /Height " + std::to_string(page.pixels.rows);
    const std::string space = page.pixels.channels() == 3 ? "/DeviceRGB" : "/DeviceGray";
    std::string data;
    std::string filter;
    if (bitonal) {
        data = toG4(page.pixels);
        filter = "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns " +
                 std::to_string(page.pixels.cols) + " /Rows " + std::to_string(page.pixels.rows) + " >>";
    } else if (!lossless) {
        data = toJpeg(page);
        filter = "/Filter /DCTDecode";
    } else {
        data = rawPixels(page.pixels); // compressed by QPDFWriter
    }
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, data);
    stream.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image " + size + " /ColorSpace " +
                                               space + " /BitsPerComponent " + (bitonal ? "1 " : "8 ") +
                                               filter + " >>"));
    return stream;
}

void addPage(QPDF& pdf, const ScannedPage& page, bool lossless)
{
    const std::string width = number(page.pixels.cols * kPointsPerInch / page.dpi);
    const std::string height = number(page.pixels.rows * kPointsPerInch / page.dpi);
    const QPDFObjectHandle picture = pdf.makeIndirectObject(pictureObject(pdf, page, lossless));
    const QPDFObjectHandle content =
        QPDFObjectHandle::newStream(&pdf, "q " + width + " 0 0 " + height + " 0 0 cm /Scan Do Q\n");
    QPDFObjectHandle object = pdf.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Page /MediaBox [0 0 " + width + " " + height + "] /Resources << /XObject << >> >> >>"));
    object.getKey("/Resources").getKey("/XObject").replaceKey("/Scan", picture);
    object.replaceKey("/Contents", content);
    QPDFPageDocumentHelper(pdf).addPage(object, false);
}

} // namespace

void writePdf(const std::filesystem::path& file, std::span<const ScannedPage> pages, bool lossless)
{
    try {
        QPDF pdf;
        pdf.emptyPDF();
        for (const ScannedPage& page : pages) {
            addPage(pdf, page, lossless);
        }
        QPDFWriter writer(pdf, file.c_str());
        writer.setDeterministicID(true);
        writer.write();
    } catch (const std::exception& error) {
        throw Error(file.string() + ": cannot be written: " + error.what(), ExitCode::output);
    }
}

} // namespace scanstraat::synth
