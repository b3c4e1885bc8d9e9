// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "ident/PrintedLineReader.h"
#include "ocr/TesseractReader.h"
#include "page/RegisteredPage.h"

#include <filesystem>

namespace scanstraat::ident {

/// Reads the footer of a registered page: a quick reader, and a thorough one at many times the cost. One per
/// worker thread; not thread safe.
class FooterReader
{
public:
    /// Throws scanstraat::Error with ExitCode::installation when a model is missing or broken.
    explicit FooterReader(const std::filesystem::path& modelsFolder) : quick_(modelsFolder) {}

    /// `expected` tells where the footer stands and how large it is; it must have one.
    [[nodiscard]] PrintedText readQuickly(const page::RegisteredPage& page, const form::Page& expected);

    /// Likewise; empty when nothing is read.
    [[nodiscard]] std::string readThoroughly(const page::RegisteredPage& page, const form::Page& expected);

    /// True for a quick reading that needs no second one.
    [[nodiscard]] bool isSure(const PrintedText& text) const
    {
        return text.probability >= quick_.acceptance();
    }

    [[nodiscard]] const std::string& version() const { return quick_.version(); }

private:
    PrintedLineReader quick_;
    ocr::TesseractReader thorough_;
};

} // namespace scanstraat::ident
