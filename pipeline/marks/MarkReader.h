// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/AnswerTable.h"
#include "marks/MarkNet.h"
#include "page/RegisteredPage.h"
#include "reading/FieldReading.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace scanstraat::marks {

/// Reads the checkboxes of a page. One per thread.
class MarkReader
{
public:
    /// Reads the networks and marks.json in `models`. Throws scanstraat::Error with ExitCode::installation.
    explicit MarkReader(const std::filesystem::path& models);

    /// One reading for each field of `layout` that is written as checkboxes, in its order. All
    /// boxes of the page are looked at together: the pen of one tells of the others.
    [[nodiscard]] std::vector<reading::FieldReading> read(const page::RegisteredPage& page,
                                                          const form::Page& layout);

    /// "marks " and the first digits of the network's digest
    [[nodiscard]] const std::string& version() const;

private:
    MarkNet net_;
    AnswerTable answers_;

    /// A box before its group is considered.
    struct Box
    {
        BoxCut cut;
        double lostShare = 0.0; ///< of crosses that this scan shows nothing of
        StateProbabilities probabilities{};
    };

    /// What is known of the page as a whole.
    struct Company
    {
        double odd = 0.0; ///< probability that an odd hand marked it
        StateProbabilities frequencies{};
    };

    [[nodiscard]] static PageMarks marksOf(std::span<const Box> boxes, const form::Page& layout);
    [[nodiscard]] Company judge(std::vector<Box>& boxes, std::span<const Clues> clues,
                                const form::Page& layout);
    [[nodiscard]] reading::FieldReading readBoxes(const form::Field& field, std::span<const Box> boxes,
                                                  const Company& company) const;
};

} // namespace scanstraat::marks
