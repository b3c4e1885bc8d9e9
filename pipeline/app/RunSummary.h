// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/Batch.h"
#include "reading/Holding.h"
#include "reading/Record.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::app {

/// How the fields of some pages came out.
struct FieldCounts
{
    std::size_t accepted = 0; ///< with a value
    std::size_t empty = 0;
    std::size_t review = 0;
};

[[nodiscard]] FieldCounts countFields(const reading::Record& record);

/// Findings of the application and its pages.
[[nodiscard]] std::size_t countFindings(const reading::Record& record);

/// What a run did. Every page that went in is in one of the records, held, or a separator.
struct RunSummary
{
    std::vector<reading::Record> records;
    std::vector<reading::Holding> holdings;       ///< pages that wait for a person
    std::vector<reading::PageReading> separators; ///< sheets between applications
    std::vector<FileFailure> failures;
    std::vector<std::string> ignored;
    std::vector<std::string> files; ///< that the run wrote, by their path in the output folder
    std::vector<StageTimes> times;
    std::size_t pagesIn = 0;
};

/// All pages that came out, wherever they are.
[[nodiscard]] std::vector<const reading::PageReading*> allPages(const RunSummary& summary);

[[nodiscard]] std::size_t countHeld(const RunSummary& summary);

/// The summary as JSON (`run.json` and --json): inputs, pages by class, records, failed files. Holds no
/// times, so that equal input gives equal bytes.
[[nodiscard]] std::string summaryJson(const RunSummary& summary);

/// The table that a person sees at the end of a run, one line an application.
[[nodiscard]] std::string summaryTable(const RunSummary& summary);

} // namespace scanstraat::app
