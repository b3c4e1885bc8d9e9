// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/AcroForm.h"
#include "draft/FieldMaker.h"
#include "draft/Findings.h"
#include "draft/SheetLoader.h"
#include "ocr/PageTextReader.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace scanstraat::draft {

/// One page of a blank form: what is printed on it, and the page of a template that this makes.
struct BlankPage
{
    int number = 1; ///< in the file, from 1
    bool isUsable = false;
    bool isDrawn = false; ///< see Sheet
    std::string note;     ///< what was done to it, or why it cannot be used; empty: nothing to say
    PageFindings found;
    DraftPage draft;
};

/// Reads the pages of a blank form one after the other, as drafts and comparisons both see them.
class BlankReader
{
public:
    /// `formId` begins the ids of the fields. Throws scanstraat::Error with ExitCode::noInput that names
    /// file, cause and cure.
    BlankReader(const std::filesystem::path& path, std::string formId);

    [[nodiscard]] int pageCount() const { return file_.pageCount(); }
    [[nodiscard]] const std::string& remark() const { return acro_.problem; } ///< about the file; empty: none

    /// Page `index` (from 0).
    [[nodiscard]] BlankPage read(int index);

private:
    [[nodiscard]] std::string addTexts(const Sheet& sheet, int number, PageFindings& found);
    [[nodiscard]] std::string readPicture(const Sheet& sheet, PageFindings& found);
    [[nodiscard]] std::vector<Widget> widgetsOf(int number, PointMm origin) const;

    BlankFile file_;
    AcroForm acro_;
    FieldMaker maker_;
    std::unique_ptr<ocr::PageTextReader> pictureReader_; ///< made when it is needed
};

} // namespace scanstraat::draft
