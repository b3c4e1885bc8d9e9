// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "form/FormTemplate.h"
#include "reading/PageReading.h"

#include <span>
#include <vector>

namespace scanstraat::dossier {

/// Pages next to each other.
struct Stretch
{
    std::size_t first = 0;
    std::size_t count = 0;
};

/// What lies before, between and behind separator sheets, without the sheets; none is empty. No application
/// goes on behind a separator.
[[nodiscard]] std::vector<Stretch> betweenSeparators(std::span<const reading::PageReading> pages);

/// Where a new application starts within an envelope or a stretch of it: the lengths of the applications, in
/// scan order; their sum is the number of pages.
///
/// The first page of a form that opens an application starts a new one when the current application has
/// one already. The same page of the same person once more (same numbers and dates read) is a double.
/// What lies before the first opening page belongs to its application when none of its pages is in there
/// too (`stream`: never, in a stream it is the end of something else). In a stream a form page that the
/// current application already has starts a new one too, unless it is an annex beside an opening form.
[[nodiscard]] std::vector<std::size_t> splitApplications(std::span<const reading::PageReading> pages,
                                                         bool stream,
                                                         std::span<const form::FormTemplate> templates);

} // namespace scanstraat::dossier
