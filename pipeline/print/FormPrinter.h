// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace scanstraat::print {

/// Writes the blank form as a PDF of A4 pages, true size, vector. Throws scanstraat::Error with
/// ExitCode::output when the file cannot be written; nothing half-written stays behind.
void printForm(const form::FormTemplate& form, const std::filesystem::path& pdf);

/// The blank page as 8-bit grey pixels (paper 255): 210 x 297 mm at `pixelsPerMm`, the form's top left
/// at pixel (0, 0)'s top left corner. Throws std::out_of_range when there is no such page.
[[nodiscard]] cv::Mat renderPage(const form::FormTemplate& form, std::size_t page, double pixelsPerMm);

} // namespace scanstraat::print
