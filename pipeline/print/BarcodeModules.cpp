// SPDX-License-Identifier: EUPL-1.2
// Code 39 is ours, because its wide elements are 2.5 narrow ones; the others come from ZXing.
#include "print/BarcodeModules.h"

#include "base/Error.h"
#include "print/Code39.h"

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace scanstraat::print {

namespace {

using form::Symbology;

ZXing::BarcodeFormat formatOf(Symbology symbology)
{
    switch (symbology) {
    case Symbology::code128:
        return ZXing::BarcodeFormat::Code128;
    case Symbology::interleaved2of5:
        return ZXing::BarcodeFormat::ITF;
    case Symbology::qr:
        return ZXing::BarcodeFormat::QRCode;
    default:
        return ZXing::BarcodeFormat::DataMatrix;
    }
}

/// One rectangle for each run of black modules in a row.
std::vector<RectMm> runsOf(const ZXing::BitMatrix& matrix)
{
    const double width = 1.0 / matrix.width();
    const double height = 1.0 / matrix.height();
    std::vector<RectMm> runs;
    for (int y = 0; y < matrix.height(); ++y) {
        int start = -1;
        for (int x = 0; x <= matrix.width(); ++x) {
            const bool black = x < matrix.width() && matrix.get(x, y);
            if (black && start < 0) {
                start = x;
            } else if (!black && start >= 0) {
                runs.push_back({start * width, y * height, (x - start) * width, height});
                start = -1;
            }
        }
    }
    return runs;
}

} // namespace

std::vector<RectMm> barcodeModules(const form::Barcode& barcode)
{
    std::vector<RectMm> modules;
    if (barcode.symbology == Symbology::code39) {
        for (const Bar& bar : code39Bars(barcode.payload)) {
            modules.push_back({bar.start, 0.0, bar.width, 1.0});
        }
        return modules;
    }
    try {
        const bool isMatrix =
            barcode.symbology == Symbology::qr || barcode.symbology == Symbology::dataMatrix;
        ZXing::MultiFormatWriter writer(formatOf(barcode.symbology));
        writer.setMargin(0);
        return runsOf(writer.encode(barcode.payload, 0, isMatrix ? 0 : 1));
    } catch (const std::exception& problem) {
        throw Error("barcode \"" + barcode.payload + "\" cannot be printed as " +
                        form::toString(barcode.symbology) + " (" + problem.what() + ")",
                    ExitCode::installation);
    }
}

} // namespace scanstraat::print
