// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "attachments/AttachmentKinds.h"
#include "ocr/PageTextReader.h"
#include "page/RegisteredPage.h"
#include "reading/Attachment.h"

#include <filesystem>
#include <string>
#include <vector>

namespace scanstraat::attachments {

/// What was read on an attachment, and where a number is written that the reader of print cannot read.
struct AttachmentReading
{
    reading::Attachment attachment;
    page::RegisteredPage page;        ///< the sheet as it lies upright, in millimetres from its top left
    std::vector<RectMm> numberPlaces; ///< lines that may hold a number by hand, at most three
};

/// Reads the print of attachments with Tesseract, in some seconds each. One per worker thread; not thread
/// safe.
class AttachmentReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when Tesseract's Dutch data or `models`'
    /// attachments.json is missing or broken.
    explicit AttachmentReader(const std::filesystem::path& models);

    [[nodiscard]] AttachmentReading read(const page::PageImage& image);

private:
    ocr::PageTextReader text_;
    AttachmentKinds kinds_;
};

} // namespace scanstraat::attachments
