// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <string>

namespace scanstraat::app {

/// Begins the names of all pictures of a page: safe, unique, the same in every run.
[[nodiscard]] std::string pictureStem(const reading::SourcePage& source);

/// File name of a page's picture in the report.
[[nodiscard]] std::string pictureName(const reading::SourcePage& source);

/// File name of a signature, stamp or photo of a page.
[[nodiscard]] std::string regionFileName(const reading::SourcePage& source, const std::string& fieldId);

} // namespace scanstraat::app
