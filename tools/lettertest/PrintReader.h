// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "ocr/TesseractReader.h"
#include "page/PagePart.h"
#include "page/RegisteredPage.h"

#include <span>
#include <string>

namespace scanstraat::lettertest {

/// What one would do without anything of ours: Tesseract and its Dutch language data on the cut-out of a
/// field, with the field's alphabet. It gets what our readers get: the writing without the printed frame,
/// line by line.
class PrintReader
{
public:
    /// Spaces as Tesseract has them; line breaks between lines.
    [[nodiscard]] std::string read(const page::RegisteredPage& page, const form::Field& field);

private:
    ocr::TesseractReader tesseract_;

    [[nodiscard]] std::string readLine(const page::PagePart& part, std::span<const RectMm> frames,
                                       const std::string& alphabet);
};

} // namespace scanstraat::lettertest
