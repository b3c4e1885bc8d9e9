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

/// A line that the reader of print cannot read: handwriting, perhaps.
struct WrittenLine
{
    RectMm place;
    bool mayBeNumber = false; ///< of ten digits
};

/// What was read on an attachment, and what was not.
struct AttachmentReading
{
    reading::Attachment attachment;
    page::RegisteredPage page;        ///< the sheet as it lies upright, in millimetres from its top left
    std::vector<WrittenLine> written; ///< from top to bottom, twelve at most
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

    /// Adds what another reader made of the written lines, one a line, and guesses the kind anew.
    void addText(reading::Attachment& attachment, const std::string& text) const;

private:
    ocr::PageTextReader text_;
    AttachmentKinds kinds_;
};

} // namespace scanstraat::attachments
