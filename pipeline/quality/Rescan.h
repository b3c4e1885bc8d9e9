// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::quality {

/// One finding `page.rescan` for each measure over its limit; they name the measure, what is wrong and what
/// to do, in Dutch, and value and limit in `detail`.
[[nodiscard]] std::vector<reading::Finding> rescanFindings(const reading::ScanQuality& quality);

/// Answers that lie outside the picture (ids in `outside`) and look empty are not: nobody saw them. To be
/// called before the values are interpreted.
void withdrawUnseen(std::vector<reading::FieldReading>& fields, std::span<const std::string> outside);

/// Sends every answer of a page that should be scanned again to review, with the reason: the readers'
/// probabilities were never measured on such scans. To be called after the values were interpreted.
void doubtAll(reading::PageReading& page);

} // namespace scanstraat::quality
