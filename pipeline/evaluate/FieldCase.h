// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "evaluate/PageMatch.h"
#include "evaluate/Truth.h"
#include "reading/FieldReading.h"

#include <string>
#include <vector>

namespace scanstraat::evaluate {

/// One field as it was filled in, and what was read there. Truth and records must outlive it.
struct FieldCase
{
    const Truth* application = nullptr;
    std::string id;
    std::string kind;                               ///< name of the field kind; "other" where nobody says
    const TruthField* truth = nullptr;              ///< null: left empty, the truth does not name it
    const reading::FieldReading* reading = nullptr; ///< null: in no record
    std::string file;                               ///< of the page: name without folder
    int page = 1;                                   ///< in the file, from 1

    /// Something stands on paper.
    [[nodiscard]] bool isFilled() const;

    /// The value is the true one, accepted or not.
    [[nodiscard]] bool isRight() const;

    [[nodiscard]] bool isAccepted() const;
};

/// Every field that a truth names, on the page that it gives, and every field that a record has on such a
/// page beside those: it must be empty. Its kind is taken from applications in which it was filled in.
[[nodiscard]] std::vector<FieldCase> fieldCases(const std::vector<Truth>& truth, const PageIndex& pages);

} // namespace scanstraat::evaluate
