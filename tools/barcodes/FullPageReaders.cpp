// SPDX-License-Identifier: EUPL-1.2
#include "FullPageReaders.h"

#include "ident/BarcodeReader.h"

#include <zbar.h>

namespace scanstraat::barcodes {

std::vector<std::string> readWithZxing(const cv::Mat& grey)
{
    const std::string text = ident::readCode39(grey, true);
    return text.empty() ? std::vector<std::string>{} : std::vector{text};
}

std::vector<std::string> readWithZbar(const cv::Mat& grey)
{
    const cv::Mat whole = grey.isContinuous() ? grey : grey.clone();
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_CODE39, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(static_cast<unsigned>(whole.cols), static_cast<unsigned>(whole.rows), "Y800",
                      whole.data, whole.total());
    std::vector<std::string> texts;
    if (scanner.scan(image) > 0) {
        for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
            texts.push_back(symbol->get_data());
        }
    }
    return texts;
}

} // namespace scanstraat::barcodes
