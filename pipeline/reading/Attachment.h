// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/FieldReading.h"

#include <string>
#include <vector>

namespace scanstraat::reading {

/// A number of ten digits on an attachment, as V-numbers have.
struct AttachmentNumber
{
    std::vector<CharacterReading> digits;
    double confidence = 0.0; ///< probability that all are right, 0..1
    bool isVNumber = false;  ///< it says so, or was written on the copy by hand as people are asked to

    [[nodiscard]] std::string text() const;
};

/// What was read on a page that is no form: a copy of evidence, a letter, a loose sheet.
struct Attachment
{
    std::string kind = "other"; ///< id in models/attachments.json: "passport", "pay-slip", ...
    std::string kindName;       ///< Dutch; empty for another kind than those on the list
    double confidence = 0.0;    ///< of the kind, 0..1; not calibrated, see models/attachments.md
    std::vector<AttachmentNumber> numbers;
    std::string question;           ///< of a form, that a loose sheet goes on with: "4.2"; empty: none
    std::string field;              ///< id of the field with that question; empty: no form here has it
    std::string annex;              ///< id of the annex without a template that it may be; empty: none
    std::vector<std::string> words; ///< all words that were read, in capitals; not kept in the record
    std::vector<std::string> dates; ///< likewise, YYYY-MM-DD
};

} // namespace scanstraat::reading
