// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "marks/AnswerTable.h"
#include "marks/MarkModel.h"
#include "page/RegisteredPage.h"
#include "reading/FieldReading.h"

#include <filesystem>
#include <string>

namespace scanstraat::marks {

/// Reads checkboxes and regions. Const member functions are thread safe.
class MarkReader
{
public:
    /// Reads `modelsFolder`/marks.json. Throws scanstraat::Error with ExitCode::installation.
    explicit MarkReader(const std::filesystem::path& modelsFolder);

    /// `field` is written as checkboxes or as a region; throws scanstraat::Error for another one.
    [[nodiscard]] reading::FieldReading read(const page::RegisteredPage& page,
                                             const form::Field& field) const;

    /// "marks 1"
    [[nodiscard]] std::string version() const;

private:
    MarkModel model_;
    AnswerTable answers_;

    [[nodiscard]] reading::FieldReading readBoxes(const page::RegisteredPage& page,
                                                  const form::Field& field) const;
};

} // namespace scanstraat::marks
