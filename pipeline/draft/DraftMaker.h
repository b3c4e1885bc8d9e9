// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "draft/Findings.h"
#include "form/FormTemplate.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace scanstraat::draft {

struct DraftOptions
{
    std::string id;    ///< empty: from the file's name
    std::string title; ///< empty: the largest print of the first page
};

/// What a page of the file became.
struct PageReport
{
    int filePage = 1;                   ///< from 1
    int number = 0;                     ///< of the template's page; 0: the page was left out
    std::string note;                   ///< what was done to it, or why it was left out
    std::vector<FoundBarcode> barcodes; ///< all of them
    std::vector<std::string> undecided;
};

/// A template that a person finishes.
struct Draft
{
    form::FormTemplate form;
    std::vector<PageReport> pages;
    std::vector<std::string> remarks; ///< about the file as a whole
};

/// Is told after each page how many are done, and how many there are.
using OnPage = std::function<void(std::size_t done, std::size_t all)>;

/// Reads a blank form and makes a template of it. Throws scanstraat::Error with ExitCode::noInput when the
/// file cannot be read or none of its pages can be used.
[[nodiscard]] Draft makeDraft(const std::filesystem::path& file, const DraftOptions& options,
                              const OnPage& onPage = {});

} // namespace scanstraat::draft
