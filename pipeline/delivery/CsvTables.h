// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <map>
#include <span>
#include <string>

namespace scanstraat::delivery {

/// Records as tables, one a form: CSV by RFC 4180 in UTF-8, a row for each application that has the form,
/// by form id. The columns are `id`, then for each field of the template its id, which holds the value, and
/// its id followed by `:state`. A value that nobody accepted is left out, only its state is given; a page
/// that is missing leaves both empty. Of a double page the first one counts. A text that a spreadsheet would
/// take for a formula gets an apostrophe before it. Forms without template are left out.
[[nodiscard]] std::map<std::string, std::string> csvTables(std::span<const reading::Record> records,
                                                           std::span<const form::FormTemplate> templates);

/// One value of a table, in quotes where it needs them.
[[nodiscard]] std::string csvValue(const std::string& text);

} // namespace scanstraat::delivery
