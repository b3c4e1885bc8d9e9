// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <string>

namespace scanstraat::ident {

/// Text of the barcode of that symbology in an 8-bit grey picture, without start and stop character; empty
/// when there is none that can be read. `thorough` searches any turn and weak contrast, at many times the
/// cost.
[[nodiscard]] std::string readBarcodeText(const cv::Mat& grey, form::Symbology symbology, bool thorough);

/// Text of the Code 39 barcode in an 8-bit grey picture, without start and stop character; empty when
/// there is none that can be read. `thorough` searches any turn and weak contrast, at many times the cost.
[[nodiscard]] std::string readCode39(const cv::Mat& grey, bool thorough);

} // namespace scanstraat::ident
