// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/TemplateReader.h"

#include <vector>

namespace scanstraat::form {

/// What is wrong with the rules about annexes: fields that are not there or of the wrong kind, options that
/// are not the field's, rules that ask for nothing or for the form itself. Ids of annexes may be unknown: an
/// annex can have no template yet.
[[nodiscard]] std::vector<Problem> checkAnnexRules(const TemplateSource& source);

} // namespace scanstraat::form
