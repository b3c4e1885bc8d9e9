// SPDX-License-Identifier: EUPL-1.2
#include "form/BarcodePayload.h"

#include <algorithm>

namespace scanstraat::form {

std::string payloadProblem(const Barcode& barcode)
{
    const std::string& text = barcode.payload;
    const auto isAscii = [](char c) { return c >= ' ' && c <= '~'; };
    if (text.empty()) {
        return "is empty";
    }
    switch (barcode.symbology) {
    case Symbology::code39:
        return text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%") == std::string::npos
                   ? ""
                   : "holds a character that Code 39 has not";
    case Symbology::interleaved2of5:
        return text.find_first_not_of("0123456789") == std::string::npos && text.size() % 2 == 0
                   ? ""
                   : "is no even number of digits, as Interleaved 2 of 5 needs";
    case Symbology::code128:
        return std::ranges::all_of(text, isAscii) ? "" : "holds a character that Code 128 has not";
    case Symbology::qr:
    case Symbology::dataMatrix:
        break;
    }
    return "";
}

} // namespace scanstraat::form
