// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "page/RegisteredPage.h"

#include <array>
#include <string>
#include <vector>

namespace scanstraat::quality {

/// Corners of the sheet without a rim of `rimMm`, in pixels, clockwise from the top left.
[[nodiscard]] std::array<cv::Point2d, 4> sheetCorners(const page::RegisteredPage& page, double rimMm);

/// Pixels of the file per millimetre of the form, in the direction that has fewer.
[[nodiscard]] double leastPixelsPerMm(const page::RegisteredPage& page);

/// How far the sheet reaches out of the picture, in millimetres; 0: all of it is there.
[[nodiscard]] double cutOffMm(const page::RegisteredPage& page);

/// Ids of the fields whose answers lie outside the picture, wholly or in part.
[[nodiscard]] std::vector<std::string> answersOutside(const page::RegisteredPage& page,
                                                      const form::Page& layout);

} // namespace scanstraat::quality
