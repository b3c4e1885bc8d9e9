// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/Record.h"

#include <span>
#include <string>

namespace scanstraat::app {

/// One application for a person to read on a terminal, in Dutch: its forms, what is wrong with it, what has
/// to be looked at, what was accepted by form and question, what it costs, and each page. Labels and options
/// are those of `templates`; a form without template is shown by ids. Control characters stand as \xNN.
[[nodiscard]] std::string recordSummary(const reading::Record& record,
                                        std::span<const form::FormTemplate> templates);

} // namespace scanstraat::app
