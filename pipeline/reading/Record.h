// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading/PageReading.h"

#include <string>
#include <vector>

namespace scanstraat::reading {

/// One application: the pages that belong together, in the order of the forms, with what was found.
/// A page that is in the envelope twice stays in `pages`; the first one gives the fields.
struct Record
{
    std::string id; ///< unique in the run, a safe file name: derived from the source file
    std::vector<PageReading> pages;
    std::vector<Finding> findings;          ///< about the application; those of pages stay there
    std::vector<std::string> modelVersions; ///< "letters 1", "marks 1"
};

} // namespace scanstraat::reading
