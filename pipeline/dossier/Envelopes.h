// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <span>
#include <string>
#include <vector>

namespace scanstraat::dossier {

/// Pages that came in together: those of one multi-page file, or single-page files of one folder whose
/// names differ only in the number at the end.
struct Envelope
{
    std::size_t first = 0; ///< index of the first page in scan order
    std::size_t count = 0;
    bool stream = false; ///< single-page files; may hold many applications
};

[[nodiscard]] std::vector<Envelope> findEnvelopes(std::span<const reading::PageReading> pages);

/// Pages next to each other.
struct Stretch
{
    std::size_t first = 0;
    std::size_t count = 0;
};

/// What lies before, between and behind separator sheets, without the sheets; none is empty. No application
/// goes on behind a separator.
[[nodiscard]] std::vector<Stretch> betweenSeparators(std::span<const reading::PageReading> pages);

/// Name of a file without its extension; for a stream also without the number at the end and the
/// separator before it ("in/app-0001-p02.jpg" gives "in/app-0001").
[[nodiscard]] std::string envelopeName(const std::string& file, bool stream);

} // namespace scanstraat::dossier
