// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"

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

} // namespace scanstraat::dossier
