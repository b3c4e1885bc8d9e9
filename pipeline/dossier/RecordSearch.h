// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/Record.h"

#include <algorithm>
#include <string>
#include <vector>

namespace scanstraat::dossier {

/// Form ids of the record, in the order of its pages.
[[nodiscard]] inline std::vector<std::string> formsOf(const reading::Record& record)
{
    std::vector<std::string> forms;
    for (const reading::PageReading& page : record.pages) {
        if (!page.form.empty() && std::find(forms.begin(), forms.end(), page.form) == forms.end()) {
            forms.push_back(page.form);
        }
    }
    return forms;
}

/// The first reading of that field in a Record or const Record; nullptr when its page is not there.
template <typename AnyRecord>
[[nodiscard]] auto findReading(AnyRecord& record, const std::string& fieldId)
    -> decltype(&record.pages.front().fields.front())
{
    for (auto& page : record.pages) {
        for (auto& field : page.fields) {
            if (field.fieldId == fieldId) {
                return &field;
            }
        }
    }
    return nullptr;
}

} // namespace scanstraat::dossier
