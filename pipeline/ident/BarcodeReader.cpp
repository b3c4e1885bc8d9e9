// SPDX-License-Identifier: EUPL-1.2
#include "ident/BarcodeReader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

namespace scanstraat::ident {

namespace {

ZXing::BarcodeFormat formatOf(form::Symbology symbology)
{
    switch (symbology) {
    case form::Symbology::code128:
        return ZXing::BarcodeFormat::Code128;
    case form::Symbology::interleaved2of5:
        return ZXing::BarcodeFormat::ITF;
    case form::Symbology::qr:
        return ZXing::BarcodeFormat::QRCode;
    case form::Symbology::dataMatrix:
        return ZXing::BarcodeFormat::DataMatrix;
    case form::Symbology::code39:
        break;
    }
    return ZXing::BarcodeFormat::Code39;
}

} // namespace

std::string readCode39(const cv::Mat& grey, bool thorough)
{
    return readBarcodeText(grey, form::Symbology::code39, thorough);
}

std::string readBarcodeText(const cv::Mat& grey, form::Symbology symbology, bool thorough)
{
    if (grey.empty()) {
        return {};
    }
    const ZXing::ImageView view(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.step));
    ZXing::DecodeHints hints;
    hints.setFormats(formatOf(symbology));
    hints.setTryRotate(thorough);
    hints.setTryHarder(thorough);
    try {
        const ZXing::Result result = ZXing::ReadBarcode(view, hints);
        return result.isValid() ? result.text() : std::string();
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace scanstraat::ident
