// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dossier/PageChain.h"
#include "dossier/Persons.h"

#include <span>

namespace scanstraat::dossier {

/// Whose each page is: a probability for each of `persons` (one at least), by the clues on the pages, by what
/// they say about each other and by their order. A blank page is whose the pages around it are.
[[nodiscard]] PersonTable believe(std::span<const reading::PageReading> pages,
                                  std::span<const PersonClues> clues, std::span<const Person> persons,
                                  std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
