// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/TemplateLoader.h"
#include "page/RegisteredPage.h"
#include "page/SheetMap.h"
#include "print/FormPrinter.h"
#include "support/DrawnSheet.h"

#include <filesystem>
#include <vector>

namespace scanstraat::test {

/// The forms of the repository.
inline const std::vector<form::FormTemplate>& forms()
{
    static const std::vector<form::FormTemplate> all =
        form::loadTemplates(std::filesystem::path(SCANSTRAAT_SOURCE_DIR) / "templates");
    return all;
}

/// Index of the form with that id; throws std::out_of_range.
inline std::size_t formIndex(const std::string& id)
{
    for (std::size_t i = 0; i < forms().size(); ++i) {
        if (forms()[i].id == id) {
            return i;
        }
    }
    throw std::out_of_range("no form " + id);
}

/// A blank page as scanned with that map.
inline page::PageImage scanPage(const form::FormTemplate& form, std::size_t page, const cv::Matx23d& map,
                                cv::Size size, double dpi = 300)
{
    constexpr double kPixelsPerMm = 16.0;
    return {scanSheet(print::renderPage(form, page, kPixelsPerMm), kPixelsPerMm, map, size),
            Dpi{dpi},
            false,
            {1, 1}};
}

using page::registrationOf;

} // namespace scanstraat::test
