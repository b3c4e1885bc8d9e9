// SPDX-License-Identifier: EUPL-1.2
#include "ident/BarcodeReader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

namespace scanstraat::ident {

std::string readCode39(const cv::Mat& grey, bool thorough)
{
    if (grey.empty()) {
        return {};
    }
    const ZXing::ImageView view(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.step));
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::Code39);
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
