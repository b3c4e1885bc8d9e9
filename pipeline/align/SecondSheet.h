// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "align/MarkFinder.h"
#include "page/RegisteredPage.h"

#include <span>

namespace scanstraat::align {

/// True where two of what looks like `marks` stand as on another sheet of about the scale of `page`: a sheet
/// that lies over this one shows its own adjustment fields. What stands where `layout`, the page itself, has
/// its adjustment fields or its checkboxes, which may be blackened, does not count. `finder` looks at the
/// page's scan.
[[nodiscard]] bool showsSecondSheet(const MarkFinder& finder, std::span<const Mark> marks,
                                    const page::RegisteredPage& page, const form::Page& layout);

} // namespace scanstraat::align
