// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "form/JsonNode.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace scanstraat::form {

/// A template as it stands in a file: what was understood, what was wrong with the format, and the lines.
struct TemplateSource
{
    FormTemplate form;
    std::vector<Problem> problems;
    /// Line of every object by its JSON pointer: "/pages/0/fields/3".
    std::map<std::string, int> lines;
    bool isJson = true; ///< false: `form` is empty

    [[nodiscard]] int lineOf(const std::string& pointer) const;
};

/// Reads the file format without looking at the meaning. Never throws for what the document holds.
[[nodiscard]] TemplateSource readTemplate(std::string_view document);

} // namespace scanstraat::form
