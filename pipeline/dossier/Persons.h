// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "dossier/PersonClues.h"

#include <span>
#include <vector>

namespace scanstraat::dossier {

/// Somebody of whom pages are in the envelope.
struct Person
{
    std::vector<std::size_t> pages; ///< by which the person is known, by their index
    bool opens = false;             ///< a page of a form that opens an application is among them
    bool nameless = false;          ///< no page tells who it is; only a second form that opens an application
};

/// The persons of whom there are pages among `pages` (without separators, in scan order), by the clues on
/// them; two pages are of one person unless their clues speak clearly against it. A form that opens an
/// application for one more person than there are clues of makes a nameless one. None: nothing tells one.
[[nodiscard]] std::vector<Person> findPersons(std::span<const reading::PageReading> pages,
                                              std::span<const PersonClues> clues,
                                              std::span<const form::FormTemplate> templates);

/// How much likelier the clues of page `page` are when it is the person's than when it is a stranger's
/// (natural logarithm), by the person's other pages. 0 where those say nothing that can be compared.
[[nodiscard]] double likenessTo(const Person& person, std::size_t page, std::span<const PersonClues> clues);

/// Whether the page is the first one of a form that opens an application.
[[nodiscard]] bool isOpening(const reading::PageReading& page, std::span<const form::FormTemplate> templates);

/// Whether the page is any one of a form that opens an application.
[[nodiscard]] bool isOfOpeningForm(const reading::PageReading& page,
                                   std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
