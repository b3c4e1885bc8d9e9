// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

namespace scanstraat::dossier {

/// Of two scans of the same page of the same form.
enum class Copies {
    same,      ///< the same answers: one sheet scanned twice, or copied
    different, ///< other answers: two sheets
    unknown    ///< too little is written on them to tell
};

[[nodiscard]] Copies compareContents(const reading::PageReading& a, const reading::PageReading& b);

} // namespace scanstraat::dossier
