// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "Answer.h"
#include "Difficulty.h"
#include "Sheet.h"
#include "TextDrawer.h"
#include "form/FormTemplate.h"

#include <map>
#include <string>

namespace scanstraat::synth {

/// How a page is written.
struct Writing
{
    const Hand& hand;
    Difficulty difficulty;
    Random& random;
};

/// Writes the answers to one page's fields onto its sheet.
void fillPage(Sheet& sheet, const form::Page& page, const std::map<std::string, Answer>& answers,
              const Writing& writing);

} // namespace scanstraat::synth
