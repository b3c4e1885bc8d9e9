// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "LetterCase.h"
#include "PrintReader.h"
#include "evaluate/FieldCase.h"
#include "form/FormTemplate.h"
#include "letters/LetterReader.h"

#include <filesystem>
#include <map>
#include <vector>

namespace scanstraat::lettertest {

/// Puts together what the report needs of folders with scans/, truth/ and the records of a run.
class CaseCollector
{
public:
    /// Throws scanstraat::Error as their loaders do.
    CaseCollector(const std::filesystem::path& templates, const std::filesystem::path& models);

    /// `set` has scans/ and truth/ (docs/truth.md), `records` is what a run made of the scans. Every filled
    /// field is read once more, for its time and by Tesseract alone. Throws scanstraat::Error for a folder
    /// that lacks files or a scan that cannot be read.
    void add(const std::filesystem::path& set, const std::filesystem::path& records);

    [[nodiscard]] const Cases& cases() const { return cases_; }

private:
    std::vector<form::FormTemplate> templates_;
    std::map<std::string, const form::Field*> fields_; ///< combs and lines by id
    letters::LetterReader letters_;
    PrintReader print_;
    Cases cases_;

    /// `page`: what was read of it; null when it is in no record.
    void addPage(const std::filesystem::path& set, page::PageImage image,
                 const std::vector<evaluate::FieldCase>& fields, const reading::PageReading* page);
    void time(const page::RegisteredPage& page, const form::Field& field, LetterCase& one);
};

} // namespace scanstraat::lettertest
