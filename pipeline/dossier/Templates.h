// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

#include <optional>
#include <span>
#include <string>

namespace scanstraat::dossier {

/// The template with that id; nullptr if there is none.
[[nodiscard]] inline const form::FormTemplate* findTemplate(std::span<const form::FormTemplate> templates,
                                                            const std::string& id)
{
    for (const form::FormTemplate& form : templates) {
        if (form.id == id) {
            return &form;
        }
    }
    return nullptr;
}

/// The printed number of the page next to page `number` in a form, behind it (`by` 1) or before it (-1):
/// forms leave numbers out. None: there is no such page, or no such form.
[[nodiscard]] inline std::optional<int> numberBeside(std::span<const form::FormTemplate> templates,
                                                     const std::string& form, int number, int by)
{
    const form::FormTemplate* found = findTemplate(templates, form);
    const auto index = found == nullptr ? std::nullopt : form::pageIndex(*found, number);
    if (!index) {
        return std::nullopt;
    }
    const auto place = static_cast<std::ptrdiff_t>(*index) + by;
    return place < 0 || place >= std::ssize(found->pages)
               ? std::nullopt
               : std::optional(found->pages[static_cast<std::size_t>(place)].number);
}

} // namespace scanstraat::dossier
